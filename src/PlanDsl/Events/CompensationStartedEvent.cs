namespace PlanDsl;

/// <summary>The run has failed or was cancelled, or the step has lost a race, and what the step did is being undone.</summary>
public sealed record CompensationStartedEvent : StepEvent;
