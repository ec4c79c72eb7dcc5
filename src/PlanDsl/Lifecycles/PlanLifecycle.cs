namespace PlanDsl;

/// <summary>The lifecycle of a run's coordinator. A pair of state and trigger that is not listed is rejected and leaves the
/// state unchanged.</summary>
[StateMachine(Initial = PlanState.Pending, Terminal = new object[] { PlanState.Completed, PlanState.Failed })]
[Transition(PlanState.Pending, PlanTrigger.StartPlan, PlanState.Planning)]
[Transition(PlanState.Planning, PlanTrigger.PlannerFinished, PlanState.Dispatching)]
[Transition(PlanState.Planning, PlanTrigger.ValidationFailed, PlanState.Failed)]
[Transition(PlanState.Dispatching, PlanTrigger.DispatchStep, PlanState.AwaitingResults)]
[Transition(PlanState.Dispatching, PlanTrigger.ParallelComplete, PlanState.Completed)]
[Transition(PlanState.Dispatching, PlanTrigger.StepFailed, PlanState.Failed)]
[Transition(PlanState.Dispatching, PlanTrigger.Timeout, PlanState.Failed)]
[Transition(PlanState.Dispatching, PlanTrigger.Panic, PlanState.Failed)]
[Transition(PlanState.AwaitingResults, PlanTrigger.StepSucceeded, PlanState.Merging)]
[Transition(PlanState.AwaitingResults, PlanTrigger.ParallelComplete, PlanState.Merging)]
[Transition(PlanState.AwaitingResults, PlanTrigger.StepFailed, PlanState.Failed)]
[Transition(PlanState.AwaitingResults, PlanTrigger.Timeout, PlanState.Failed)]
[Transition(PlanState.AwaitingResults, PlanTrigger.Panic, PlanState.Failed)]
[Transition(PlanState.Merging, PlanTrigger.PlannerFinished, PlanState.Dispatching)]
[Transition(PlanState.Merging, PlanTrigger.ParallelComplete, PlanState.Completed)]
public static partial class PlanLifecycle;
