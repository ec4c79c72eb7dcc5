using System.Text.Json;

namespace PlanDsl.Cli;

/// <summary>What is recorded of a step, or of something that one consists of.</summary>
/// <param name="path">Its path.</param>
/// <param name="id">Its id, or for an element or an iteration the id with its number.</param>
internal sealed class StepHistory(string path, string id)
{
    private bool _isAtFallback;
    private bool _isReplaced;

    public string Path => path;

    public string Id => id;

    public StepStatus Status { get; private set; } = StepStatus.Pending;

    /// <summary>The number of the attempt that was started last; 0 for none.</summary>
    public int Attempts { get; private set; }

    public DateTimeOffset? StartedAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Why it failed, or why its last attempt did.</summary>
    public StepError? Error { get; private set; }

    public SkipCause? Cause { get; private set; }

    /// <summary>What it has left; the default value if nothing.</summary>
    public JsonElement Result { get; private set; }

    /// <summary>Whether it has succeeded by its fallback.</summary>
    public bool IsFallback { get; private set; }

    /// <summary>For what it waits, if it does.</summary>
    public StepWaitingEvent? Wait { get; private set; }

    /// <summary>How what it has done was undone; <see langword="null"/> if it was not.</summary>
    public CompensationStatus? Compensation { get; private set; }

    /// <summary>What it consists of.</summary>
    public List<StepHistory> Parts { get; } = [];

    /// <summary>The same without the steps of a plan in whose place the fallback has run another.</summary>
    public IEnumerable<StepHistory> PartsNow => Parts.Where(static part => !part._isReplaced);

    public bool HasEnded => Status is not (StepStatus.Pending or StepStatus.Running or StepStatus.Waiting);

    /// <summary>How long it has taken, or has by <paramref name="now"/>; <see langword="null"/> if it has not started.</summary>
    public TimeSpan? ElapsedAt(DateTimeOffset now) => ((HasEnded ? EndedAt : now) - StartedAt) is { } elapsed ? elapsed < TimeSpan.Zero ? TimeSpan.Zero : elapsed : null;

    /// <summary>Takes in that something has happened to a part: where that is the first of the fallback, the others were of what that stands in for. Iterations are none of
    /// either.</summary>
    public void NotePart()
    {
        if (_isAtFallback)
            Parts.FindAll(part => part.Path.StartsWith($"{path}/", StringComparison.Ordinal)).ForEach(static part => part._isReplaced = true);
        _isAtFallback = false;
    }

    /// <summary>Takes in what has happened.</summary>
    public void Apply(StepEvent happened)
    {
        _isReplaced = false;
        Attempts = Math.Max(Attempts, happened.Attempt);
        if (happened is not (StepProgressEvent or StepHeartbeatEvent or StepTimeoutEvent))
            Wait = happened as StepWaitingEvent;
        switch (happened)
        {
            case StepStartedEvent:
                Begin(happened);
                break;
            case StepWaitingEvent:
                StartedAt ??= happened.Time;
                Status = StepStatus.Waiting;
                break;
            case StepRetryEvent retry:
                Error = retry.Error;
                break;
            case StepFallbackEvent fallback:
                (Error, _isAtFallback) = (fallback.Error, true);
                break;
            case StepSucceededEvent succeeded:
                End(succeeded.Partial ? StepStatus.Partial : StepStatus.Succeeded, happened, error: null);
                Result = succeeded.Result is { } result ? RunSecrets.ShownHidden(result) : default;
                IsFallback = succeeded.Fallback;
                break;
            case StepFailedEvent failed:
                End(failed.Partial ? StepStatus.Partial : StepStatus.Failed, happened, failed.Error);
                break;
            case StepSkippedEvent skipped:
                End(StepStatus.Skipped, happened, error: null);
                Cause = skipped.Cause;
                break;
            case StepCancelledEvent:
                End(StepStatus.Cancelled, happened, Error);
                break;
            case CompensationStartedEvent:
                Compensation = CompensationStatus.Running;
                break;
            case CompensationSucceededEvent:
                Compensation = CompensationStatus.Succeeded;
                break;
            case CompensationFailedEvent kept:
                Compensation = CompensationStatus.Failed;
                Error ??= kept.Error;
                break;
        }
    }

    private void Begin(StepEvent happened)
    {
        StartedAt ??= happened.Time;
        Status = StepStatus.Running;
        EndedAt = null;
    }

    private void End(StepStatus status, StepEvent happened, StepError? error)
    {
        Status = status;
        EndedAt = happened.Time;
        Error = error;
    }
}
