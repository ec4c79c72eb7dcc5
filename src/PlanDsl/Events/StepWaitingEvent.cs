namespace PlanDsl;

/// <summary>The step waits for its next attempt, or for a signal, and holds no slot meanwhile.</summary>
public sealed record StepWaitingEvent : StepEvent
{
    /// <summary>The signal for which it waits; <see langword="null"/> for a step that waits for its next attempt.</summary>
    public string? Signal { get; init; }

    /// <summary>When the wait is over at the latest, in UTC; <see langword="null"/> for a wait without bound, and where nobody has said.</summary>
    public DateTimeOffset? Deadline { get; init; }
}
