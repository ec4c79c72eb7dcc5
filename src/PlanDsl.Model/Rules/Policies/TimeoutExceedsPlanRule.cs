namespace PlanDsl.Model;

/// <summary>PLAN0303: nothing is given more time than what is around it, which would end it first: the plan as a whole, and for
/// a member its group. What undoes a step has a time of its own, also when that of the plan is up.</summary>
internal sealed class TimeoutExceedsPlanRule : IPlanRule
{
    public void Check(PlanAnalysis plan, ICollection<Finding> findings)
    {
        foreach (var bound in TimeBounds.Of(plan))
        {
            if (bound.IsDelay || bound.Owner.Role is MethodRole.Compensate || bound.Duration.Value is not { } value || value > Duration.Longest)
                continue;
            if (GroupAround(plan, bound) is { } group && IsShorter(group, value))
                findings.Add(Exceeds(plan, bound, "group", group));
            else if (IsBoundedByPlan(plan, bound) && plan.Model.Timeout is { } whole && IsShorter(whole, value))
                findings.Add(Exceeds(plan, bound, "plan", whole));
        }
    }

    private static Duration? GroupAround(PlanAnalysis plan, TimeBound bound) =>
        bound.Owner.Kind is AnchorKind.Step && plan.Bindings.GroupOf(bound.Owner.Index) is >= 0 and var group ? plan.Model.Steps[group].Timeout : null;

    // What runs after failures still does so when the plan's time is up, and has its own.
    private static bool IsBoundedByPlan(PlanAnalysis plan, TimeBound bound) =>
        bound.Owner.Kind is not AnchorKind.Step || !plan.Model.Steps[plan.Bindings.NodeOf(bound.Owner.Index)].RunsAfterFailures;

    // A bound that is a mistake itself bounds nothing.
    private static bool IsShorter(Duration whole, TimeSpan part) => whole.Value is { } value && value >= Duration.Shortest && value < part;

    private static Finding Exceeds(PlanAnalysis plan, TimeBound bound, string around, Duration whole) =>
        new(RuleIds.TimeoutExceedsPlan, bound.Anchor, [plan.Words.Of(bound.Property, bound.Duration), bound.Name, plan.Words.Of(bound.Duration), around, plan.Words.Of(whole)]);
}
