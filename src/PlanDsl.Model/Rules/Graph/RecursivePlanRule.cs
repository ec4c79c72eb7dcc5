namespace PlanDsl.Model;

/// <summary>PLAN0106: no plan comes to run itself. Each plan of such a circle says so at its own step that leads on: there is no
/// first. Where several steps of a plan lead into one circle, it is told at the first of them.</summary>
internal sealed class RecursivePlanRule : IPlanRule
{
    public void Check(PlanAnalysis plan, ICollection<Finding> findings)
    {
        var leading = new List<(int Step, MethodRole Role, SubPlanModel Plan)>();
        foreach (var step in plan.StepsWith(StepAspects.SubPlan))
        {
            foreach (var (role, run) in plan.Model.Steps[step].SubPlans)
            {
                if (!run.Recursion.IsEmpty)
                    leading.Add((step, role, run));
            }
        }

        if (leading.Count == 0)
            return;
        foreach (var circle in leading.GroupBy(static run => string.Join(" → ", run.Plan.Recursion), StringComparer.Ordinal))
        {
            var first = circle.First();
            findings.Add(new(RuleIds.RecursivePlan, AnchorOf(first.Step, first.Role), [plan.Model.Steps[first.Step].Id, circle.Key])
            {
                Related = circle.Skip(1).Select(static run => AnchorOf(run.Step, run.Role)).ToEquatableArray(),
            });
        }
    }

    private static Anchor AnchorOf(int step, MethodRole role) => Anchor.StepMethod(step, role).At(PropertyNames.Plan);
}
