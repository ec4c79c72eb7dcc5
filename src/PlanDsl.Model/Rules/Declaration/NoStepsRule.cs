namespace PlanDsl.Model;

/// <summary>PLAN0002: a plan has at least one step.</summary>
internal sealed class NoStepsRule : IPlanRule
{
    public void Check(PlanAnalysis plan, ICollection<Finding> findings)
    {
        if (plan.Model.Steps.IsEmpty)
            findings.Add(new(RuleIds.NoSteps, Anchor.Plan, [plan.Model.Id]));
    }
}
