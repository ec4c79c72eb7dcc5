namespace PlanDsl;

/// <summary>What is recorded of one thing that starts and ends: a step, a member, an element, an iteration.</summary>
/// <param name="path">Its path.</param>
internal sealed class StepRecord(string path)
{
    public string Path => path;

    /// <summary>The number of the attempt that has started last; 0 if none has.</summary>
    public int Attempts { get; set; }

    /// <summary>Those of them that were made in attempts of what it is part of that have ended since.</summary>
    public int EarlierAttempts { get; set; }

    /// <summary>Whether it has started, in the attempt of what it is part of that goes on.</summary>
    public bool HasStarted => Attempts > EarlierAttempts;

    /// <summary>How many attempts have failed and were to be followed by another.</summary>
    public int Retries { get; set; }

    /// <summary>The number of the event that told of that.</summary>
    public long StartedAs { get; set; }

    /// <summary>When the first attempt started.</summary>
    public DateTimeOffset? StartedAt { get; set; }

    /// <summary>When the next attempt is due, if it waits for that.</summary>
    public DateTimeOffset? DueAt { get; set; }

    /// <summary>Since when it waits for a signal, if it does.</summary>
    public DateTimeOffset? WaitsSince { get; set; }

    /// <summary>Whether its time was up, with all its attempts.</summary>
    public bool IsTotalReached { get; set; }

    /// <summary>How it has ended; <see langword="null"/> if it has not.</summary>
    public StepEvent? End { get; set; }

    /// <summary>How what it has done was undone; <see langword="null"/> if it was not.</summary>
    public CompensationOutcome? Compensation { get; set; }

    /// <summary>Whether it stands among the parts of something.</summary>
    public bool IsPart { get; set; }

    /// <summary>What it consists of.</summary>
    public List<StepRecord> Parts { get; } = [];

    /// <summary>An attempt has failed, and another is to follow: what it consists of begins anew.</summary>
    public void Retry(StepRetryEvent failed)
    {
        Retries++;
        DueAt = failed.Time + failed.Delay;
        WaitsSince = null;
        Parts.ForEach(static part => part.Reset());
    }

    private void Reset()
    {
        EarlierAttempts = Attempts;
        (Retries, IsTotalReached) = (0, false);
        (StartedAt, DueAt, WaitsSince, End, Compensation) = (null, null, null, null, null);
        Parts.ForEach(static part => part.Reset());
    }
}
