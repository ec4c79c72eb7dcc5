namespace PlanDsl.Model;

/// <summary>PLAN0301: what should be a length of time is one, one that a timer can wait for, and for a step as a whole no shorter
/// than for one of its attempts.</summary>
internal sealed class InvalidTimeoutRule : IPlanRule
{
    public void Check(PlanAnalysis plan, ICollection<Finding> findings)
    {
        foreach (var bound in TimeBounds.Of(plan))
        {
            if ((FaultOf(bound) ?? FaultOfWhole(plan, bound)) is { } fault)
                findings.Add(new(RuleIds.InvalidTimeout, bound.Anchor, [plan.Words[bound.Property], bound.Name, bound.Duration.Text, fault]));
        }
    }

    private static string? FaultOf(TimeBound bound) => bound.Duration.Value switch
    {
        null => "which is no length of time; write it like 500ms, 10s, 2m, 1h, 2d or 00:01:30",
        { } value when value > LongestOf(bound) => bound.IsDelay
            ? "which is longer than a retry can be put off; write 1d or less"
            : "which is longer than a timer can wait; write 49d or less, or leave it out for no bound",
        { } value when value < Duration.Shortest && bound.Property != PropertyNames.RetryDelay => bound.IsDelay
            ? "so that there would be no delay at all; write 1ms or more, or leave it out for 60s"
            : "so that nothing could ever end in time; write 1ms or more, or leave it out for no bound",
        _ => null,
    };

    // The plan's default is no contradiction: a step may be given less than others.
    private static string? FaultOfWhole(PlanAnalysis plan, TimeBound bound) =>
        bound.Property == PropertyNames.TotalTimeout && plan.Model.Steps[bound.Owner.Index].Timeout is { Value: { } attempt } declared
        && attempt > bound.Duration.Value && attempt <= Duration.Longest
            ? $"less than its {plan.Words[PropertyNames.Timeout]} of '{declared.Text}' for one attempt; make it that or more"
            : null;

    private static TimeSpan LongestOf(TimeBound bound) => bound.IsDelay ? Duration.LongestDelay : Duration.Longest;
}
