namespace PlanDsl;

/// <summary>A transition of a step in a run; see <see cref="StepLifecycle"/>.</summary>
/// <param name="RunId">The run's id.</param>
/// <param name="StepPath">The step's path in the run, as in <see cref="StepEvent.StepPath"/>.</param>
/// <param name="From">The status before.</param>
/// <param name="To">The status after.</param>
/// <param name="Trigger">What fired the transition.</param>
/// <param name="Duration">How long the step had had the status before, by <see cref="PlanOptions.TimeProvider"/>; for
/// <see cref="StepStatus.Pending"/>, since the run was made.</param>
public sealed record StepTransition(string RunId, string StepPath, StepStatus From, StepStatus To, StepTrigger Trigger, TimeSpan Duration);
