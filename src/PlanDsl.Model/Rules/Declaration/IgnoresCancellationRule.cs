namespace PlanDsl.Model;

/// <summary>PLAN0007: a body that runs on after it has returned its task can be told to stop.</summary>
internal sealed class IgnoresCancellationRule : IPlanRule
{
    public void Check(PlanAnalysis plan, ICollection<Finding> findings)
    {
        foreach (var step in plan.StepsWith(StepAspects.Unstoppable))
            findings.Add(new(RuleIds.IgnoresCancellation, Anchor.Step(step), [plan.Model.Steps[step].Id]));
    }
}
