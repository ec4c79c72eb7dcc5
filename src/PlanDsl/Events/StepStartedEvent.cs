namespace PlanDsl;

/// <summary>An attempt of the step has started.</summary>
public sealed record StepStartedEvent : StepEvent;
