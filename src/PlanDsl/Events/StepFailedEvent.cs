namespace PlanDsl;

/// <summary>The step has ended with a failure.</summary>
public sealed record StepFailedEvent : StepEvent
{
    /// <summary>What went wrong.</summary>
    public required StepError Error { get; init; }

    /// <summary>Whether its body has not returned; see <see cref="StepOutcome.IsAbandoned"/>.</summary>
    public bool Abandoned { get; init; }

    /// <summary>Whether its policy bears with the failure; see <see cref="StepOutcome.IsTolerated"/>.</summary>
    public bool Tolerated { get; init; }

    /// <summary>Whether its body has returned, and its transitions do not accept that, so that it can be undone.</summary>
    public bool Returned { get; init; }

    /// <summary>Whether it is a group that has failed though some of its members succeeded, and ended <see cref="StepStatus.Partial"/>.</summary>
    public bool Partial { get; init; }
}
