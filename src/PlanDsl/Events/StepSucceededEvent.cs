namespace PlanDsl;

/// <summary>The step has ended with its result.</summary>
public sealed record StepSucceededEvent : StepEvent;
