using System.Text.Json;

namespace PlanDsl;

/// <content>Events that tell of something other than a new status, and are never part of a snapshot.</content>
internal static partial class EventProjection
{
    public static PlanEvent OfProgress(int step, StepTable steps, in RunPosition run, DateTimeOffset time, int attempt, double fraction, string? message) => new StepProgressEvent
    {
        RunId = run.Identity.RunId, Sequence = run.Sequence, Time = time,
        StepPath = steps.PathOf(step), Parent = steps.ParentOf(step), Attempt = attempt, Fraction = fraction, Message = message,
    };

    public static PlanEvent OfHeartbeat(int step, StepTable steps, in RunPosition run, DateTimeOffset time, int attempt) => new StepHeartbeatEvent
    {
        RunId = run.Identity.RunId, Sequence = run.Sequence, Time = time,
        StepPath = steps.PathOf(step), Parent = steps.ParentOf(step), Attempt = attempt,
    };

    public static PlanEvent OfTimeout(int step, StepTable steps, in RunPosition run, DateTimeOffset time, int attempt, TimeSpan timeout, bool isTotal) => new StepTimeoutEvent
    {
        RunId = run.Identity.RunId, Sequence = run.Sequence, Time = time,
        StepPath = steps.PathOf(step), Parent = steps.ParentOf(step), Attempt = attempt, Timeout = timeout, IsTotal = isTotal,
    };

    public static PlanEvent OfSignal(string name, GovernedStep? receiver, in RunPosition run, DateTimeOffset time, JsonElement? value, RunRequest? request) => new SignalReceivedEvent
    {
        RunId = run.Identity.RunId, Sequence = run.Sequence, Time = time,
        Name = name, StepPath = receiver?.Path, Value = value, RequestId = request?.Id, AskedAt = request?.AskedAt,
    };

    public static PlanEvent OfFallback(int step, StepTable steps, in RunPosition run, DateTimeOffset time, StepError error) => new StepFallbackEvent
    {
        RunId = run.Identity.RunId, Sequence = run.Sequence, Time = time,
        StepPath = steps.PathOf(step), Parent = steps.ParentOf(step), Attempt = steps.AttemptsOf(step), Error = error,
    };

    public static PlanEvent OfRetry(int step, StepTable steps, in RunPosition run, DateTimeOffset time, int attempt, TimeSpan delay, StepError error) => new StepRetryEvent
    {
        RunId = run.Identity.RunId, Sequence = run.Sequence, Time = time,
        StepPath = steps.PathOf(step), Parent = steps.ParentOf(step), Attempt = attempt > 0 ? attempt : steps.AttemptsOf(step), Delay = delay, Error = error,
    };
}
