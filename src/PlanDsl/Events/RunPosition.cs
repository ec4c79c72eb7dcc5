namespace PlanDsl;

/// <summary>What the events of one moment in a run have in common.</summary>
/// <param name="Identity">The run.</param>
/// <param name="Sequence">The number of the last event.</param>
/// <param name="Status">Where the run stands.</param>
/// <param name="Error">The run's error, if it has one.</param>
/// <param name="IsReplayed">Whether the moment is being told to a late subscriber.</param>
internal readonly record struct RunPosition(RunIdentity Identity, long Sequence, RunStatus Status, StepError? Error, bool IsReplayed);
