namespace PlanDsl.Sqlite;

/// <summary>What a batch of events makes of the rows of one run: each is written once, however often the batch speaks of it.</summary>
internal sealed class RunRows
{
    private const string Running = "running";

    /// <summary>Of its steps, by path.</summary>
    public Dictionary<string, StepRow> Steps { get; } = new(StringComparer.Ordinal);

    /// <summary>Of attempts, by path and number.</summary>
    public Dictionary<(string Path, int Attempt), AttemptRow> Attempts { get; } = [];

    public RunCreatedEvent? Created { get; private set; }

    public RunCompletedEvent? Completed { get; private set; }

    /// <summary>How often it was resumed.</summary>
    public int ResumeCount { get; private set; }

    /// <summary>The number of the last event.</summary>
    public long Sequence { get; private set; }

    /// <summary>The requests that are done, and by which event.</summary>
    public List<(string RequestId, long Sequence)> Done { get; } = [];

    /// <summary>Takes an event in.</summary>
    public void Note(PlanEvent happened, string time)
    {
        Sequence = happened.Sequence;
        if (JournalRecord.RequestIdOf(happened) is { } done)
            Done.Add((done, happened.Sequence));
        switch (happened)
        {
            case StepEvent step:
                NoteStep(step, time);
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

    private void NoteStep(StepEvent happened, string time)
    {
        switch (happened)
        {
            case StepStartedEvent:
                var started = Step(happened, Running);
                started.StartedAt ??= time;
                Attempt(happened, Running, ended: null, error: null).StartedAt ??= time;
                break;
            case StepWaitingEvent:
                Step(happened, "waiting");
                break;
            case StepRetryEvent retry:
                EndAttempt(happened, "failed", time, retry.Error);
                break;
            case StepSucceededEvent succeeded:
                End(happened, succeeded.Partial ? "partial" : "succeeded", time).IsFallback = succeeded.Fallback;
                EndAttempt(happened, succeeded.Fallback ? "failed" : "succeeded", time, succeeded.ReplacedError);
                break;
            case StepFailedEvent failed:
                End(happened, failed.Partial ? "partial" : "failed", time).Error = failed.Error;
                EndAttempt(happened, "failed", time, failed.Error);
                break;
            case StepCancelledEvent:
                End(happened, "cancelled", time);
                EndAttempt(happened, "cancelled", time, error: null);
                break;
            case StepSkippedEvent skipped:
                End(happened, "skipped", time).Cause = StatusNames.Of(skipped.Cause);
                break;
            case CompensationStartedEvent:
                Row(happened).Compensation = Running;
                break;
            case CompensationSucceededEvent:
                Row(happened).Compensation = "succeeded";
                break;
            case CompensationFailedEvent:
                Row(happened).Compensation = "failed";
                break;
        }
    }

    private StepRow Row(StepEvent happened)
    {
        if (!Steps.TryGetValue(happened.StepPath, out var row))
            Steps.Add(happened.StepPath, row = new() { Parent = happened.Parent, FirstSequence = happened.Sequence });
        row.Attempts = Math.Max(row.Attempts, happened.Attempt);
        return row;
    }

    private StepRow Step(StepEvent happened, string status)
    {
        var row = Row(happened);
        row.Status = status;
        row.Cause = null;
        row.EndedAt = null;
        row.Error = null;
        row.IsFallback = false;
        return row;
    }

    private StepRow End(StepEvent happened, string status, string time)
    {
        var row = Step(happened, status);
        row.EndedAt = time;
        return row;
    }

    private void EndAttempt(StepEvent happened, string status, string time, StepError? error)
    {
        // One that never ran has none.
        if (happened.Attempt > 0)
            Attempt(happened, status, time, error);
    }

    private AttemptRow Attempt(StepEvent happened, string status, string? ended, StepError? error)
    {
        var key = (happened.StepPath, happened.Attempt);
        if (!Attempts.TryGetValue(key, out var row))
            Attempts.Add(key, row = new() { Status = status });
        row.Status = status;
        row.EndedAt = ended;
        row.Error = error;
        return row;
    }

    /// <summary>Nobody has seen them end: their process has died.</summary>
    private void Lose()
    {
        foreach (var attempt in Attempts.Values)
        {
            if (attempt.Status is Running)
                attempt.Status = "lost";
        }
    }
}
