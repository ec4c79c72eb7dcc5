using System.Text.Json;

namespace PlanDsl;

/// <summary>Reads one event.</summary>
/// <param name="json">The event.</param>
internal readonly struct EventReader(JsonElement json)
{
    private readonly EventObject _json = new(json);

    public PlanEvent Read()
    {
        var type = _json.Text(EventFields.Type);
        return ReadRun(type) ?? ReadStep(type) ?? throw new JsonException($"'{type}' is no kind of event that this version knows.");
    }

    private string RunId => _json.Text(EventFields.RunId);

    private long Sequence => _json.Long(EventFields.Sequence);

    private DateTimeOffset Time => _json.Time(EventFields.Time);

    private bool Replayed => _json.Flag(EventFields.Replayed);

    private string StepPath => _json.Text(EventFields.StepId);

    private string? Parent => _json.TextOrNull(EventFields.Parent);

    private int Attempt => _json.Int(EventFields.Attempt);

    private PlanEvent? ReadRun(string type) => type switch
    {
        EventNames.RunCreated => new RunCreatedEvent
        {
            RunId = RunId, Sequence = Sequence, Time = Time, Replayed = Replayed,
            PlanId = _json.Text(EventFields.PlanId), PlanHash = _json.TextOrNull(EventFields.PlanHash), Shape = _json.TextOrNull(EventFields.Shape),
            Inputs = _json.ValueOrNull(EventFields.Inputs), FromEnvironment = _json.ValueOrNull(EventFields.FromEnvironment), ParentRun = _json.TextOrNull(EventFields.ParentRun),
            Beginning = _json.TextOrNull(EventFields.From) is { } from ? new(from, _json.Long(EventFields.ParentEvents), _json.Long(EventFields.TakenOver)) : null,
            Origin = _json.ValueOrNull(EventFields.Origin),
        },
        EventNames.RunStarted => new RunStartedEvent
        {
            RunId = RunId, Sequence = Sequence, Time = Time, Replayed = Replayed,
        },
        EventNames.RunResumed => new RunResumedEvent
        {
            RunId = RunId, Sequence = Sequence, Time = Time, Replayed = Replayed,
            PlanHash = _json.TextOrNull(EventFields.PlanHash), Shape = _json.TextOrNull(EventFields.Shape), FromEnvironment = _json.ValueOrNull(EventFields.FromEnvironment),
            ProcessId = _json.IntOrNull(EventFields.ProcessId), Host = _json.TextOrNull(EventFields.Host), Origin = _json.ValueOrNull(EventFields.Origin),
        },
        EventNames.RunCancelRequested => new RunCancelRequestedEvent
        {
            RunId = RunId, Sequence = Sequence, Time = Time, Replayed = Replayed,
            RequestId = _json.TextOrNull(EventFields.RequestId),
        },
        EventNames.RunCompleted => new RunCompletedEvent
        {
            RunId = RunId, Sequence = Sequence, Time = Time, Replayed = Replayed,
            Status = StatusNames.RunOf(_json.Text(EventFields.Status)), Error = _json.ErrorOrNull(EventFields.Error, stepId: null),
        },
        EventNames.SignalReceived => new SignalReceivedEvent
        {
            RunId = RunId, Sequence = Sequence, Time = Time, Replayed = Replayed,
            Name = _json.Text(EventFields.Signal), StepPath = _json.TextOrNull(EventFields.StepId),
            Value = _json.ValueOrNull(EventFields.Value), RequestId = _json.TextOrNull(EventFields.RequestId), AskedAt = _json.TimeOrNull(EventFields.AskedAt),
        },
        _ => null,
    };

    private StepEvent? ReadStep(string type) => type switch
    {
        EventNames.StepStarted => new StepStartedEvent
        {
            RunId = RunId, Sequence = Sequence, Time = Time, Replayed = Replayed, StepPath = StepPath, Parent = Parent, Attempt = Attempt,
        },
        EventNames.StepSucceeded => new StepSucceededEvent
        {
            RunId = RunId, Sequence = Sequence, Time = Time, Replayed = Replayed, StepPath = StepPath, Parent = Parent, Attempt = Attempt,
            ReplacedError = _json.ErrorOrNull(EventFields.ReplacedError, StepPath), Abandoned = _json.Flag(EventFields.Abandoned),
            Partial = _json.Flag(EventFields.Partial), Signal = _json.TextOrNull(EventFields.Signal), Result = _json.ValueOrNull(EventFields.Result),
        },
        EventNames.StepFailed => new StepFailedEvent
        {
            RunId = RunId, Sequence = Sequence, Time = Time, Replayed = Replayed, StepPath = StepPath, Parent = Parent, Attempt = Attempt,
            Error = _json.Error(EventFields.Error, StepPath), Abandoned = _json.Flag(EventFields.Abandoned),
            Returned = _json.Flag(EventFields.Returned), Tolerated = _json.Flag(EventFields.Tolerated), Partial = _json.Flag(EventFields.Partial),
        },
        EventNames.StepSkipped => new StepSkippedEvent
        {
            RunId = RunId, Sequence = Sequence, Time = Time, Replayed = Replayed, StepPath = StepPath, Parent = Parent, Attempt = Attempt,
            Cause = StatusNames.CauseOf(_json.Text(EventFields.Cause)),
        },
        EventNames.StepCancelled => new StepCancelledEvent
        {
            RunId = RunId, Sequence = Sequence, Time = Time, Replayed = Replayed, StepPath = StepPath, Parent = Parent, Attempt = Attempt,
            Abandoned = _json.Flag(EventFields.Abandoned), ByName = _json.Flag(EventFields.ByName),
            Returned = _json.Flag(EventFields.Returned), Result = _json.ValueOrNull(EventFields.Result),
        },
        EventNames.StepWaiting => new StepWaitingEvent
        {
            RunId = RunId, Sequence = Sequence, Time = Time, Replayed = Replayed, StepPath = StepPath, Parent = Parent, Attempt = Attempt,
            Signal = _json.TextOrNull(EventFields.Signal), Deadline = _json.TimeOrNull(EventFields.Deadline),
        },
        EventNames.StepRetry => new StepRetryEvent
        {
            RunId = RunId, Sequence = Sequence, Time = Time, Replayed = Replayed, StepPath = StepPath, Parent = Parent, Attempt = Attempt,
            Delay = _json.Milliseconds(EventFields.Delay), Error = _json.Error(EventFields.Error, StepPath),
        },
        EventNames.StepFallback => new StepFallbackEvent
        {
            RunId = RunId, Sequence = Sequence, Time = Time, Replayed = Replayed, StepPath = StepPath, Parent = Parent, Attempt = Attempt,
            Error = _json.Error(EventFields.Error, StepPath),
        },
        EventNames.StepTimeout => new StepTimeoutEvent
        {
            RunId = RunId, Sequence = Sequence, Time = Time, Replayed = Replayed, StepPath = StepPath, Parent = Parent, Attempt = Attempt,
            Timeout = _json.Milliseconds(EventFields.Timeout), IsTotal = _json.Flag(EventFields.IsTotal),
        },
        EventNames.StepProgress => new StepProgressEvent
        {
            RunId = RunId, Sequence = Sequence, Time = Time, Replayed = Replayed, StepPath = StepPath, Parent = Parent, Attempt = Attempt,
            Fraction = _json.Double(EventFields.Fraction), Message = _json.TextOrNull(EventFields.Message),
        },
        EventNames.StepHeartbeat => new StepHeartbeatEvent
        {
            RunId = RunId, Sequence = Sequence, Time = Time, Replayed = Replayed, StepPath = StepPath, Parent = Parent, Attempt = Attempt,
        },
        EventNames.CompensationStarted => new CompensationStartedEvent
        {
            RunId = RunId, Sequence = Sequence, Time = Time, Replayed = Replayed, StepPath = StepPath, Parent = Parent, Attempt = Attempt,
        },
        EventNames.CompensationSucceeded => new CompensationSucceededEvent
        {
            RunId = RunId, Sequence = Sequence, Time = Time, Replayed = Replayed, StepPath = StepPath, Parent = Parent, Attempt = Attempt,
        },
        EventNames.CompensationFailed => new CompensationFailedEvent
        {
            RunId = RunId, Sequence = Sequence, Time = Time, Replayed = Replayed, StepPath = StepPath, Parent = Parent, Attempt = Attempt,
            Error = _json.Error(EventFields.Error, StepPath),
        },
        _ => null,
    };
}
