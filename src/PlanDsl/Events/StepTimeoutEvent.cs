namespace PlanDsl;

/// <summary>The time of an attempt, or of the step as a whole, is up, and the attempt's token is cancelled. It is not the end
/// of the attempt: that comes when the body returns, and one that returns without an exception has succeeded.</summary>
public sealed record StepTimeoutEvent : StepEvent
{
    /// <summary>The bound that was reached.</summary>
    public required TimeSpan Timeout { get; init; }

    /// <summary>Whether it is the bound on the step with all its attempts, after which none follows.</summary>
    public required bool IsTotal { get; init; }
}
