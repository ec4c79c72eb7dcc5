namespace PlanDsl.Model;

/// <summary>PLAN0301: what should be a length of time is one, one that a timer can wait for, and for a step as a whole no shorter
/// than for one of its attempts.</summary>
internal sealed class InvalidTimeoutRule : IPlanRule
{
    public void Check(PlanAnalysis plan, ICollection<Finding> findings)
    {
        foreach (var bound in TimeBounds.Of(plan))
        {
            if ((FaultOf(bound, plan.Words) ?? FaultOfWhole(plan, bound)) is { } fault)
                findings.Add(new(RuleIds.InvalidTimeout, bound.Anchor, [plan.Words.Of(bound.Property, bound.Duration), bound.Name, plan.Words.Of(bound.Duration), fault]));
        }
    }

    private static string? FaultOf(TimeBound bound, Wording words) => bound.Duration.Value switch
    {
        null => $"which is no length of time; write {words.AnyLength}",
        { } value when value > LongestOf(bound) => bound.IsDelay
            ? $"which is longer than a retry can be put off; write {words.LengthOf("1d", "86400")} or less"
            : $"which is longer than a timer can wait; write {words.LengthOf("49d", bound.Duration.IsInMilliseconds ? "4233600000" : "4233600")} or less, or leave it out for no bound",
        { } value when value < Duration.Shortest && bound.Property != PropertyNames.RetryDelay => bound.IsDelay
            ? $"so that there would be no delay at all; write {words.LengthOf("1ms", "0.001")} or more, or leave it out for {words.LengthOf("60s", "60")}"
            : $"so that nothing could ever end in time; write {words.LengthOf("1ms", bound.Duration.IsInMilliseconds ? "1" : "0.001")} or more, or leave it out for no bound",
        _ => null,
    };

    // The plan's default is no contradiction: a step may be given less than others.
    private static string? FaultOfWhole(PlanAnalysis plan, TimeBound bound) =>
        bound.Property == PropertyNames.TotalTimeout && plan.Model.Steps[bound.Owner.Index].Timeout is { Value: { } attempt } declared
        && attempt > bound.Duration.Value && attempt <= Duration.Longest
            ? $"less than its {plan.Words.Of(PropertyNames.Timeout, declared)} of '{plan.Words.Of(declared)}' for one attempt; make it that or more"
            : null;

    private static TimeSpan LongestOf(TimeBound bound) => bound.IsDelay ? Duration.LongestDelay : Duration.Longest;
}
