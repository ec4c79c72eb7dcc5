namespace PlanDsl;

/// <summary>What the step did is undone.</summary>
public sealed record CompensationSucceededEvent : StepEvent;
