namespace PlanDsl;

/// <summary>The lifecycle of a step in a run. A pair of status and trigger that is not listed is rejected and leaves the
/// status unchanged; a status that is terminal is never left.</summary>
[StateMachine(Initial = StepStatus.Pending, Terminal = new object[] { StepStatus.Succeeded, StepStatus.Failed, StepStatus.Partial, StepStatus.Skipped, StepStatus.Cancelled })]
[Transition(StepStatus.Pending, StepTrigger.Dispatch, StepStatus.Running)]
[Transition(StepStatus.Pending, StepTrigger.Skip, StepStatus.Skipped)]
[Transition(StepStatus.Pending, StepTrigger.Fail, StepStatus.Failed)]
[Transition(StepStatus.Pending, StepTrigger.Cancel, StepStatus.Cancelled)]
[Transition(StepStatus.Running, StepTrigger.Wait, StepStatus.Waiting)]
[Transition(StepStatus.Running, StepTrigger.Succeed, StepStatus.Succeeded)]
[Transition(StepStatus.Running, StepTrigger.Partial, StepStatus.Partial)]
[Transition(StepStatus.Running, StepTrigger.Fail, StepStatus.Failed)]
[Transition(StepStatus.Running, StepTrigger.Cancel, StepStatus.Cancelled)]
[Transition(StepStatus.Waiting, StepTrigger.Wake, StepStatus.Running)]
[Transition(StepStatus.Waiting, StepTrigger.Fail, StepStatus.Failed)]
[Transition(StepStatus.Waiting, StepTrigger.Cancel, StepStatus.Cancelled)]
public static partial class StepLifecycle;
