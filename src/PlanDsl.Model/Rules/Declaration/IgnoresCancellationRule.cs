namespace PlanDsl.Model;

/// <summary>PLAN0007: a body that runs on after it has returned its task can be told to stop.</summary>
internal sealed class IgnoresCancellationRule : IPlanRule
{
    public void Check(PlanAnalysis plan, ICollection<Finding> findings)
    {
        for (var step = 0; step < plan.Model.Steps.Count; step++)
        {
            var declared = plan.Model.Steps[step];
            if (declared.IsAsync && !declared.TakesCancellationToken && !declared.NeedsContext)
                findings.Add(new(RuleIds.IgnoresCancellation, Anchor.Step(step), [declared.Id]));
        }
    }
}
