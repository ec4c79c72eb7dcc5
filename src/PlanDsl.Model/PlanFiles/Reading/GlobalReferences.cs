namespace PlanDsl.Model;

/// <summary>What is said for all steps is read before any of them has run.</summary>
internal static class GlobalReferences
{
    public static void Check(ReferenceReader references, JsonNode environment, FileFindings findings)
    {
        for (var i = 0; i < references.Parameters.Count; i++)
        {
            var parameter = references.Parameters[i];
            if (parameter.Kind is ParameterKind.Input)
                continue;
            var source = new JsonNode(environment.Tree, references.Sources[i]);
            findings.Add(
                RuleIds.UnboundParameter,
                PathSpans.Of(parameter.Path!, source),
                [$"No step has run yet that could produce '{parameter.Key}'", $"reference '{parameter.Name}' of {references.Scope.Place}", "read inputs and bindings here, and results in the env of a step"]);
        }
    }
}
