namespace PlanDsl;

/// <summary>The body has told that it is alive, by <see cref="StepContext.Heartbeat"/>.</summary>
public sealed record StepHeartbeatEvent : StepEvent;
