namespace PlanDsl.Model;

/// <summary>PLAN0303: no step is given more time than the plan as a whole, which would end it first.</summary>
internal sealed class TimeoutExceedsPlanRule : IPlanRule
{
    public void Check(PlanAnalysis plan, ICollection<Finding> findings)
    {
        // A plan's timeout that is a mistake itself bounds nothing.
        if (plan.Model.Timeout is not { Value: { } whole } declared || whole < Duration.Shortest)
            return;

        foreach (var bound in TimeBounds.Of(plan.Model))
        {
            if (!bound.IsDelay && bound.Duration.Value is { } value && value > whole && value <= Duration.Longest)
                findings.Add(new(RuleIds.TimeoutExceedsPlan, bound.Anchor, [bound.Property, bound.Name, bound.Duration.Text, declared.Text]));
        }
    }
}
