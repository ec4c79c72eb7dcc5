namespace PlanDsl;

/// <summary>A transition of the coordinator of a run; see <see cref="PlanLifecycle"/>.</summary>
/// <param name="RunId">The run's id.</param>
/// <param name="PlanId">The plan's id.</param>
/// <param name="From">The state before.</param>
/// <param name="To">The state after.</param>
/// <param name="Trigger">What fired the transition.</param>
/// <param name="Duration">How long the run had been in the state before, by <see cref="PlanOptions.TimeProvider"/>.</param>
public sealed record PlanTransition(string RunId, string PlanId, PlanState From, PlanState To, PlanTrigger Trigger, TimeSpan Duration);
