namespace PlanDsl;

/// <summary>The run has ended: the last of its events.</summary>
public sealed record RunCompletedEvent : PlanEvent
{
    /// <summary>How it ended.</summary>
    public required RunStatus Status { get; init; }

    /// <summary>The run's error; <see langword="null"/> unless it failed.</summary>
    public StepError? Error { get; init; }
}
