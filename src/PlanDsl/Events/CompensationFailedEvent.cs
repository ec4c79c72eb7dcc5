namespace PlanDsl;

/// <summary>What the step did could not be undone. The compensations of other steps go on.</summary>
public sealed record CompensationFailedEvent : StepEvent
{
    /// <summary>What went wrong.</summary>
    public required StepError Error { get; init; }
}
