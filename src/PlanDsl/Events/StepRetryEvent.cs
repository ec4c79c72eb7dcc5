namespace PlanDsl;

/// <summary>An attempt has failed, and another will follow.</summary>
public sealed record StepRetryEvent : StepEvent
{
    /// <summary>How long the step waits before it asks for a slot again.</summary>
    public required TimeSpan Delay { get; init; }

    /// <summary>What went wrong in the attempt.</summary>
    public required StepError Error { get; init; }
}
