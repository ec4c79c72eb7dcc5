namespace PlanDsl;

/// <summary>Makes the event that tells of a state just entered, live or for a snapshot: events are what the state of a run
/// looks like from outside, and have no other source.</summary>
internal static partial class EventProjection
{
    public static PlanEvent OfRun(RunMilestone milestone, in RunPosition run, DateTimeOffset time) => milestone switch
    {
        RunMilestone.Created => new RunCreatedEvent
        {
            RunId = run.Identity.RunId, Sequence = run.Sequence, Time = time, Replayed = run.IsReplayed,
            PlanId = run.Identity.PlanId,
        },
        RunMilestone.Started => new RunStartedEvent
        {
            RunId = run.Identity.RunId, Sequence = run.Sequence, Time = time, Replayed = run.IsReplayed,
        },
        RunMilestone.Resumed => new RunResumedEvent
        {
            RunId = run.Identity.RunId, Sequence = run.Sequence, Time = time, Replayed = run.IsReplayed,
            ProcessId = run.IsReplayed ? null : RunOwner.Current.ProcessId, Host = run.IsReplayed ? null : RunOwner.Current.Host,
        },
        RunMilestone.CancelRequested => new RunCancelRequestedEvent
        {
            RunId = run.Identity.RunId, Sequence = run.Sequence, Time = time, Replayed = run.IsReplayed,
        },
        _ => new RunCompletedEvent
        {
            RunId = run.Identity.RunId, Sequence = run.Sequence, Time = time, Replayed = run.IsReplayed,
            Status = run.Status, Error = run.Error,
        },
    };

    public static PlanEvent OfStep(int step, StepTable steps, in RunPosition run, DateTimeOffset time)
    {
        var path = steps.PathOf(step);
        var parent = steps.ParentOf(step);
        var attempt = steps.AttemptsOf(step);
        return steps.StatusOf(step) switch
        {
            StepStatus.Running => OfStart(step, steps, run, time),
            StepStatus.Waiting => new StepWaitingEvent
            {
                RunId = run.Identity.RunId, Sequence = run.Sequence, Time = time, Replayed = run.IsReplayed,
                StepPath = path, Parent = parent, Attempt = attempt, Signal = steps.SignalOf(step)?.Name, Deadline = steps.SignalOf(step)?.Deadline,
            },
            StepStatus.Partial when steps.HasFailed(step) => new StepFailedEvent
            {
                RunId = run.Identity.RunId, Sequence = run.Sequence, Time = time, Replayed = run.IsReplayed,
                StepPath = path, Parent = parent, Attempt = attempt, Error = steps.ErrorOf(step)!, Tolerated = steps.IsTolerated(step), Partial = true,
            },
            StepStatus.Succeeded or StepStatus.Partial => new StepSucceededEvent
            {
                RunId = run.Identity.RunId, Sequence = run.Sequence, Time = time, Replayed = run.IsReplayed,
                StepPath = path, Parent = parent, Attempt = attempt, ReplacedError = steps.ReplacedErrorOf(step), Abandoned = steps.IsAbandoned(step), Partial = steps.StatusOf(step) is StepStatus.Partial,
                Result = steps.ResultOf(step), Signal = steps.SignalOf(step)?.Name,
            },
            StepStatus.Failed => new StepFailedEvent
            {
                RunId = run.Identity.RunId, Sequence = run.Sequence, Time = time, Replayed = run.IsReplayed,
                StepPath = path, Parent = parent, Attempt = attempt, Error = steps.ErrorOf(step)!, Tolerated = steps.IsTolerated(step), Abandoned = steps.IsAbandoned(step), Returned = steps.HasReturned(step),
            },
            StepStatus.Skipped => new StepSkippedEvent
            {
                RunId = run.Identity.RunId, Sequence = run.Sequence, Time = time, Replayed = run.IsReplayed,
                StepPath = path, Parent = parent, Attempt = attempt, Cause = steps.SkipCauseOf(step)!.Value,
            },
            StepStatus.Cancelled => new StepCancelledEvent
            {
                RunId = run.Identity.RunId, Sequence = run.Sequence, Time = time, Replayed = run.IsReplayed,
                StepPath = path, Parent = parent, Attempt = attempt, Abandoned = steps.IsAbandoned(step),
                ByName = steps.IsCancelledByName(step), Returned = steps.HasReturned(step), Result = steps.HasReturned(step) ? steps.ResultOf(step) : null,
            },
            var status => throw new InvalidOperationException($"No event tells of a step that is {status}."),
        };
    }

    public static PlanEvent OfStart(int step, StepTable steps, in RunPosition run, DateTimeOffset time) => new StepStartedEvent
    {
        RunId = run.Identity.RunId, Sequence = run.Sequence, Time = time, Replayed = run.IsReplayed,
        StepPath = steps.PathOf(step), Parent = steps.ParentOf(step), Attempt = steps.AttemptsOf(step),
    };
}
