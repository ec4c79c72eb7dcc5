namespace PlanDsl.Model;

/// <summary>PLAN0209: what a step consumes, another provides. Where the step comes after others anyway, one of them may provide it
/// without saying so: then it is a warning.</summary>
internal sealed class NotProvidedRule : IPlanRule
{
    public void Check(PlanAnalysis plan, ICollection<Finding> findings)
    {
        HashSet<string>? provided = null;
        BoundedNearest? names = null;
        foreach (var step in plan.StepsWith(StepAspects.Supply))
        {
            var consumes = plan.Model.Steps[step].Supply!.Consumes;
            for (var item = 0; item < consumes.Count; item++)
            {
                provided ??= ProvidedIn(plan);
                if (provided.Contains(consumes[item]))
                    continue;
                var nearest = (names ??= new(provided)).To(consumes[item]);
                var finding = new Finding(RuleIds.NotProvided, Anchor.Step(step).At(PropertyNames.Consumes, item),
                    [plan.Model.Steps[step].Id, consumes[item], nearest is null ? "add it to the provides of the step that makes it, or remove it" : $"did you mean '{nearest}'?"])
                {
                    Suggestion = nearest,
                };
                findings.Add(plan.Graph.PredecessorsOf(plan.Bindings.NodeOf(step)).IsEmpty ? finding : finding with { Severity = FindingSeverity.Warning });
            }
        }
    }

    private static HashSet<string> ProvidedIn(PlanAnalysis plan)
    {
        var provided = new HashSet<string>(StringComparer.Ordinal);
        foreach (var step in plan.StepsWith(StepAspects.Supply))
        {
            foreach (var name in plan.Model.Steps[step].Supply!.Provides)
                provided.Add(name);
        }

        return provided;
    }
}
