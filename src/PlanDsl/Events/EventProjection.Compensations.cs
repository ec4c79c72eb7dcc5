namespace PlanDsl;

/// <content>Events that tell of steps being undone.</content>
internal static partial class EventProjection
{
    public static PlanEvent OfCompensationStart(int step, StepTable steps, in RunPosition run, DateTimeOffset time) => new CompensationStartedEvent
    {
        RunId = run.Identity.RunId, Sequence = run.Sequence, Time = time, Replayed = run.IsReplayed,
        StepPath = steps.PathOf(step), Parent = steps.ParentOf(step), Attempt = steps.AttemptsOf(step),
    };

    public static PlanEvent OfCompensation(int step, StepTable steps, in RunPosition run, DateTimeOffset time) => steps.CompensationOf(step) switch
    {
        { Error: { } error } => new CompensationFailedEvent
        {
            RunId = run.Identity.RunId, Sequence = run.Sequence, Time = time, Replayed = run.IsReplayed,
            StepPath = steps.PathOf(step), Parent = steps.ParentOf(step), Attempt = steps.AttemptsOf(step), Error = error,
        },
        { Status: CompensationStatus.Succeeded } => new CompensationSucceededEvent
        {
            RunId = run.Identity.RunId, Sequence = run.Sequence, Time = time, Replayed = run.IsReplayed,
            StepPath = steps.PathOf(step), Parent = steps.ParentOf(step), Attempt = steps.AttemptsOf(step),
        },
        _ => OfCompensationStart(step, steps, run, time),
    };
}
