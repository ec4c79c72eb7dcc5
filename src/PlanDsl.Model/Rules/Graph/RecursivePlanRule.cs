namespace PlanDsl.Model;

/// <summary>PLAN0106: no plan comes to run itself. Each plan of such a circle says so at its own steps: there is no first.</summary>
internal sealed class RecursivePlanRule : IPlanRule
{
    public void Check(PlanAnalysis plan, ICollection<Finding> findings)
    {
        for (var step = 0; step < plan.Model.Steps.Count; step++)
        {
            if (plan.Model.Steps[step] is { SubPlan.Recursion: { IsEmpty: false } circle } declared)
                findings.Add(new(RuleIds.RecursivePlan, Anchor.Step(step).At(PropertyNames.Plan), [declared.Id, string.Join(" → ", circle)]));
        }
    }
}
