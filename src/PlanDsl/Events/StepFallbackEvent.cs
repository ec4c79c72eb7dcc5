namespace PlanDsl;

/// <summary>No attempt of the step is left, and its fallback steps in. What the fallback consists of is told after this, below the same path.</summary>
public sealed record StepFallbackEvent : StepEvent
{
    /// <summary>What the last attempt has failed with.</summary>
    public required StepError Error { get; init; }
}
