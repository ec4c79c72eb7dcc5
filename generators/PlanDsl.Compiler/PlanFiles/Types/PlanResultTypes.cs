using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>The <c>Results</c> of a plan that a step runs, known by construction: it may not have been generated yet.</summary>
internal static class PlanResultTypes
{
    public static CodeType Of(CatalogPlan plan)
    {
        var members = plan.Results
            .Select(static result => new CodeMember(result.Key, result.Member, TypeOf(result)))
            .ToArray();
        return CodeTypes.Object(plan.Type + ".Results", plan.Type.Substring(plan.Type.LastIndexOf('.') + 1).Replace("global::", "") + ".Results", members);
    }

    private static CodeType TypeOf(CatalogResult result)
    {
        var type = TypeRefs.Known(result.Type);
        return result.IsOptional ? type.OrNull(isJudged: false) : type;
    }
}
