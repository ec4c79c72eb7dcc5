using System.Diagnostics;

namespace PlanDsl;

/// <summary>The spans of one run: its own, and one for each call of a body.</summary>
internal sealed class RunSpans
{
    private static readonly ActivitySource Source = new(PlanTelemetry.ActivitySourceName, TelemetryVersion.Text);

    private readonly RunIdentity _identity;
    private readonly TimeProvider _time;
    private readonly Activity? _run;
    private readonly Activity? _caller;

    private RunSpans(RunIdentity identity, TimeProvider time)
    {
        _identity = identity;
        _time = time;
        _caller = Activity.Current;
        _run = Start($"run {identity.PlanId}", [new(TagNames.PlanId, identity.PlanId), new(TagNames.RunId, identity.RunId)]);
    }

    /// <summary>Whether anybody listens.</summary>
    public static bool AreWanted => Source.HasListeners();

    /// <summary>Starts the span of a run; <see langword="null"/> if nobody listens.</summary>
    public static RunSpans? TryStart(RunIdentity identity, TimeProvider time) => AreWanted ? new(identity, time) : null;

    /// <summary>The context of this thread, in which the span of the run is current; on the thread it is not any more, since
    /// whoever starts a run goes on with business of its own.</summary>
    public ExecutionContext? Capture()
    {
        var context = ExecutionContext.Capture();
        Activity.Current = _caller;
        return context;
    }

    /// <summary>Starts the span of a body, which becomes current.</summary>
    public Activity? Start(in BodyName body) => Start(
        $"{NameOf(body.Kind)} {DeclaredPath.Of(body.StepPath)}",
        [
            new(TagNames.PlanId, _identity.PlanId), new(TagNames.RunId, _identity.RunId),
            new(TagNames.StepId, DeclaredPath.Of(body.StepPath)), new(TagNames.StepPath, body.StepPath), new(TagNames.StepAttempt, body.Attempt),
        ]);

    /// <summary>Ends the span of the run.</summary>
    public void End(RunCompletedEvent completed)
    {
        if (_run is not { } run)
            return;
        run.SetTag(TagNames.RunStatus, StatusNames.Of(completed.Status));
        if (completed.Error is { } error)
        {
            // The exception is told by the span of the attempt that it left.
            run.SetTag(TagNames.ErrorType, StatusNames.ErrorType(error));
            run.SetStatus(ActivityStatusCode.Error, error.Message);
        }

        var current = Activity.Current;
        run.SetEndTime(completed.Time.UtcDateTime);
        run.Stop();
        Activity.Current = current;
    }

    /// <summary>Notes how an attempt has ended.</summary>
    public static void Note(Activity span, StepStatus status) => span.SetTag(TagNames.StepStatus, StatusNames.Of(status));

    /// <summary>Notes that an attempt has failed, and by what.</summary>
    public static void NoteFailure(Activity span, Exception exception)
    {
        NoteFailure(span, StatusNames.ErrorType(exception), StepError.Of(exception, stepId: null).Message);
        span.AddException(exception);
    }

    /// <summary>Notes that the time of an attempt was up.</summary>
    public static void NoteTimeout(Activity span) => NoteFailure(span, StatusNames.Of(FailureKind.Timeout), "The attempt has reached its timeout.");

    private static void NoteFailure(Activity span, string type, string message)
    {
        Note(span, StepStatus.Failed);
        span.SetTag(TagNames.ErrorType, type);
        span.SetStatus(ActivityStatusCode.Error, message);
    }

    private Activity? Start(string name, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        Source.StartActivity(name, ActivityKind.Internal, parentContext: default, tags.ToArray(), startTime: _time.GetUtcNow());

    private static string NameOf(BodyKind kind) => kind switch
    {
        BodyKind.Fallback => "fallback",
        BodyKind.Compensation => "compensate",
        _ => "step",
    };
}
