namespace PlanDsl;

/// <summary>The step has ended with its result.</summary>
public sealed record StepSucceededEvent : StepEvent
{
    /// <summary>Whether the result is that of its fallback, after all attempts had failed.</summary>
    public bool Fallback { get; init; }
}
