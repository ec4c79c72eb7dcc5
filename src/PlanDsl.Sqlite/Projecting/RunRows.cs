using System.Runtime.InteropServices;

namespace PlanDsl.Sqlite;

/// <summary>What a batch of events makes of the rows of one run: each is written once, however often the batch speaks of it.</summary>
internal sealed class RunRows
{
    private const string Running = "running";

    private readonly Dictionary<string, StepRow> _byPath = new(StringComparer.Ordinal);

    /// <summary>Of its steps, in the order in which the batch has first spoken of them.</summary>
    public List<StepRow> Steps { get; } = [];

    public RunCreatedEvent? Created { get; private set; }

    public RunCompletedEvent? Completed { get; private set; }

    /// <summary>How often it was resumed.</summary>
    public int ResumeCount { get; private set; }

    /// <summary>The number of the last event.</summary>
    public long Sequence { get; private set; }

    /// <summary>The requests that are done, and by which event.</summary>
    public List<(string RequestId, long Sequence)> Done { get; } = [];

    /// <summary>Takes an event in.</summary>
    public void Note(PlanEvent happened)
    {
        Sequence = happened.Sequence;
        if (JournalRecord.RequestIdOf(happened) is { } done)
            Done.Add((done, happened.Sequence));
        switch (happened)
        {
            case StepEvent step:
                NoteStep(step);
                break;
            case RunCreatedEvent created:
                Created = created;
                break;
            case RunCompletedEvent completed:
                Completed = completed;
                break;
            case RunResumedEvent:
                ResumeCount++;
                Lose();
                break;
        }
    }

    /// <summary>Forgets the batch, which is written, so that the next one can be taken in.</summary>
    public void Clear()
    {
        _byPath.Clear();
        Steps.Clear();
        Done.Clear();
        (Created, Completed, ResumeCount, Sequence) = (null, null, 0, 0);
    }

    private void NoteStep(StepEvent happened)
    {
        var row = RowOf(happened.StepPath);
        switch (happened)
        {
            case StepStartedEvent:
                Change(row, happened, Running);
                row.StartedAt ??= happened.Time;
                var started = row.Attempt(happened.Attempt, Running);
                End(started, Running, ended: null, error: null);
                started.StartedAt ??= happened.Time;
                break;
            case StepWaitingEvent:
                Change(row, happened, "waiting");
                break;
            case StepRetryEvent retry:
                EndAttempt(row, happened, "failed", retry.Error);
                break;
            case StepSucceededEvent succeeded:
                End(row, happened, succeeded.Partial ? "partial" : "succeeded");
                row.IsFallback = succeeded.Fallback;
                EndAttempt(row, happened, succeeded.Fallback ? "failed" : "succeeded", succeeded.ReplacedError);
                break;
            case StepFailedEvent failed:
                End(row, happened, failed.Partial ? "partial" : "failed");
                row.Error = failed.Error;
                EndAttempt(row, happened, "failed", failed.Error);
                break;
            case StepCancelledEvent:
                End(row, happened, "cancelled");
                EndAttempt(row, happened, "cancelled", error: null);
                break;
            case StepSkippedEvent skipped:
                End(row, happened, "skipped");
                row.Cause = StatusNames.Of(skipped.Cause);
                break;
            case CompensationStartedEvent:
                Touch(row, happened);
                row.Compensation = Running;
                break;
            case CompensationSucceededEvent:
                Touch(row, happened);
                row.Compensation = "succeeded";
                break;
            case CompensationFailedEvent:
                Touch(row, happened);
                row.Compensation = "failed";
                break;
        }
    }

    private StepRow RowOf(string path)
    {
        // An event mostly speaks of the same step as the one before: it has started, and it has ended.
        if (Steps is [.., var last] && last.Path == path)
            return last;
        ref var row = ref CollectionsMarshal.GetValueRefOrAddDefault(_byPath, path, out _);
        if (row is null)
            Steps.Add(row = new(path));
        return row;
    }

    private static void Touch(StepRow row, StepEvent happened)
    {
        if (row.FirstSequence == 0)
            (row.FirstSequence, row.Parent) = (happened.Sequence, happened.Parent);
        row.Attempts = Math.Max(row.Attempts, happened.Attempt);
    }

    private static void Change(StepRow row, StepEvent happened, string status)
    {
        Touch(row, happened);
        row.Status = status;
        row.Cause = null;
        row.EndedAt = null;
        row.Error = null;
        row.IsFallback = false;
    }

    private static void End(StepRow row, StepEvent happened, string status)
    {
        Change(row, happened, status);
        row.EndedAt = happened.Time;
    }

    private static void EndAttempt(StepRow row, StepEvent happened, string status, StepError? error)
    {
        // One that never ran has none.
        if (happened.Attempt > 0)
            End(row.Attempt(happened.Attempt, status), status, happened.Time, error);
    }

    private static void End(AttemptRow attempt, string status, DateTimeOffset? ended, StepError? error)
    {
        attempt.Status = status;
        attempt.EndedAt = ended;
        attempt.Error = error;
    }

    /// <summary>Nobody has seen them end: their process has died.</summary>
    private void Lose()
    {
        foreach (var step in Steps)
        {
            for (var attempt = step.LastAttempt; attempt is not null; attempt = attempt.Previous)
            {
                if (attempt.Status is Running)
                    attempt.Status = "lost";
            }
        }
    }
}
