namespace PlanDsl;

/// <summary>The run has started.</summary>
public sealed record RunStartedEvent : PlanEvent;
