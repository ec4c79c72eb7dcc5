namespace PlanDsl;

/// <summary>Cancels a run, as <see cref="PlanRun.Cancel"/> does.</summary>
public sealed record RunCancelRequest : RunRequest;
