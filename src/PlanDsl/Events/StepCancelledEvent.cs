namespace PlanDsl;

/// <summary>The step was cancelled, before or after it started.</summary>
public sealed record StepCancelledEvent : StepEvent;
