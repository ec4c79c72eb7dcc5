namespace PlanDsl;

/// <summary>The step has ended by cancellation, before or after it started.</summary>
public sealed record StepCancelledEvent : StepEvent
{
    /// <summary>Whether its body has not returned; see <see cref="StepOutcome.IsAbandoned"/>.</summary>
    public bool Abandoned { get; init; }
}
