namespace PlanDsl.Model;

/// <summary>PLAN0106: no plan comes to run itself. Each plan of such a circle says so at its own step that leads on: there is no
/// first. Where several steps of a plan lead into one circle, it is told at the first of them.</summary>
internal sealed class RecursivePlanRule : IPlanRule
{
    public void Check(PlanAnalysis plan, ICollection<Finding> findings)
    {
        var leading = new List<int>();
        foreach (var step in plan.StepsWith(StepAspects.SubPlan))
        {
            if (!plan.Model.Steps[step].SubPlan!.Recursion.IsEmpty)
                leading.Add(step);
        }

        var circles = leading.GroupBy(step => string.Join(" → ", plan.Model.Steps[step].SubPlan!.Recursion), StringComparer.Ordinal);
        foreach (var circle in circles)
        {
            findings.Add(new(RuleIds.RecursivePlan, AnchorOf(circle.First()), [plan.Model.Steps[circle.First()].Id, circle.Key])
            {
                Related = circle.Skip(1).Select(AnchorOf).ToEquatableArray(),
            });
        }
    }

    private static Anchor AnchorOf(int step) => Anchor.Step(step).At(PropertyNames.Plan);
}
