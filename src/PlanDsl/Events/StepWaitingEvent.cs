namespace PlanDsl;

/// <summary>The step waits for its next attempt, and holds no slot meanwhile.</summary>
public sealed record StepWaitingEvent : StepEvent;
