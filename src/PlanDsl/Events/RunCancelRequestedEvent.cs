namespace PlanDsl;

/// <summary>The run was asked to cancel: by its token or by <see cref="PlanRun.Cancel"/>.</summary>
public sealed record RunCancelRequestedEvent : PlanEvent;
