namespace PlanDsl;

/// <summary>The step will not run, because of what happened to others.</summary>
public sealed record StepSkippedEvent : StepEvent
{
    /// <summary>Why.</summary>
    public required SkipCause Cause { get; init; }
}
