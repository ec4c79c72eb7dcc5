namespace PlanDsl.Model;

/// <summary>PLAN0003: no two steps have one id. Located at the later one.</summary>
internal sealed class DuplicateStepIdRule : IPlanRule
{
    public void Check(PlanAnalysis plan, ICollection<Finding> findings)
    {
        foreach (var step in plan.Bindings.Contested)
        {
            var id = plan.Model.Steps[step].Id;
            var first = plan.Bindings.StepWithId(id);
            if (first != step)
                findings.Add(new(RuleIds.DuplicateStepId, Anchor.Step(step), [plan.Model.Steps[step].Parallel is null ? "Step" : "Group", id, "an earlier step"]) { Related = [Anchor.Step(first)] });
        }
    }
}
