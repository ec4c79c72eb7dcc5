namespace PlanDsl.Model;

/// <summary>PLAN0103: no step depends on itself, by a dependency or by binding its own result.</summary>
internal sealed class SelfDependencyRule : IPlanRule
{
    public void Check(PlanAnalysis plan, ICollection<Finding> findings)
    {
        for (var step = 0; step < plan.Model.Steps.Count; step++)
        {
            // A step that takes another's result and gives it back under the same key meant the other.
            if (plan.Bindings.IsContested(step))
                continue;
            if (EdgeAnchors.Find(plan, step, step) is { } anchor)
                findings.Add(new(RuleIds.SelfDependency, anchor, [plan.Model.Steps[step].Id]));
        }
    }
}
