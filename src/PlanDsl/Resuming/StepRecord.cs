namespace PlanDsl;

/// <summary>What is recorded of one thing that starts and ends: a step, a member, an element, an iteration.</summary>
/// <param name="path">Its path.</param>
internal sealed class StepRecord(string path)
{
    public string Path => path;

    /// <summary>Where it stands in what is recorded of the plan, with which element or iteration it is.</summary>
    public string Place
    {
        get => field ?? path;
        set;
    }

    /// <summary>The number of the attempt that has started last; 0 if none has.</summary>
    public int Attempts { get; set; }

    /// <summary>Those of them that were made in attempts of what it is part of that have ended since.</summary>
    public int EarlierAttempts { get; set; }

    /// <summary>Whether it has started, in the attempt of what it is part of that goes on.</summary>
    public bool HasStarted => Attempts > EarlierAttempts;

    /// <summary>Whether the attempt that has started last goes on with one that was interrupted.</summary>
    public bool GoesOn { get; private set; }

    /// <summary>How many attempts have failed and were to be followed by another.</summary>
    public int Retries { get; set; }

    /// <summary>The number of the event that told of that.</summary>
    public long StartedAs { get; set; }

    /// <summary>When the first attempt started.</summary>
    public DateTimeOffset? StartedAt { get; set; }

    /// <summary>When the last attempt started, or, where that was interrupted and started again, when it did first.</summary>
    public DateTimeOffset? AttemptStartedAt { get; private set; }

    /// <summary>That its fallback has begun; <see langword="null"/> if it has not.</summary>
    public StepFallbackEvent? Fallback { get; set; }

    /// <summary>Whether it is its fallback whose parts are recorded, and not its body.</summary>
    public bool HasPartsOfFallback { get; private set; }

    /// <summary>When the next attempt is due, if it waits for that.</summary>
    public DateTimeOffset? DueAt { get; set; }

    /// <summary>Since when it waits for a signal, if it does.</summary>
    public DateTimeOffset? WaitsSince { get; set; }

    /// <summary>Whether its time was up, with all its attempts.</summary>
    public bool IsTotalReached { get; private set; }

    /// <summary>The bound that the attempt, or the fallback, had reached that goes on; <see langword="null"/> for none.</summary>
    public TimeSpan? ReachedTimeout { get; private set; }

    /// <summary>How it has ended; <see langword="null"/> if it has not.</summary>
    public StepEvent? End { get; set; }

    /// <summary>Whether it was cancelled when the run had been resumed, before it could start again: what it consists of ended after that, if it has.</summary>
    public bool HasEndedUnstarted { get; private set; }

    /// <summary>How what it has done was undone; <see langword="null"/> if it was not.</summary>
    public CompensationOutcome? Compensation { get; set; }

    /// <summary>Whether it stands among the parts of something.</summary>
    public bool IsPart { get; set; }

    /// <summary>What it consists of.</summary>
    public List<StepRecord> Parts { get; } = [];

    /// <summary>An attempt has started: another one, of which all that it consists of begins anew, or the same once more.</summary>
    /// <param name="started">The event.</param>
    /// <param name="resumedAs">The number of the event that told that the run was resumed last: what had started before was interrupted by that.</param>
    public void Start(StepStartedEvent started, long resumedAs)
    {
        // A pipeline may call for another without a word.
        var isAnother = DueAt is not null || (HasStarted && StartedAs > resumedAs && started.Attempt > Attempts);
        if (isAnother)
            Parts.ForEach(static part => part.Reset());
        GoesOn = HasStarted && !isAnother;
        if (isAnother || AttemptStartedAt is null)
            AttemptStartedAt = started.Time;

        // Records of the first versions count the attempts of elements and iterations anew in each attempt of what they are in.
        if (started.Attempt <= EarlierAttempts)
            EarlierAttempts = 0;
        Attempts = started.Attempt;
        StartedAs = started.Sequence;
        StartedAt ??= started.Time;
        (DueAt, End) = (null, null);
        if (isAnother)
            (WaitsSince, ReachedTimeout) = (null, null);
    }

    /// <summary>It has ended.</summary>
    /// <param name="end">The event.</param>
    /// <param name="resumedAs">The number of the event that told that the run was resumed last.</param>
    public void EndBy(StepEvent end, long resumedAs)
    {
        End = end;
        HasEndedUnstarted = end is StepCancelledEvent && HasStarted && StartedAs < resumedAs;
    }

    /// <summary>Its time is up, or that of an attempt: it is being stopped.</summary>
    public void Stop(StepTimeoutEvent reached)
    {
        if (reached.IsTotal)
            IsTotalReached = true;
        else
            ReachedTimeout = reached.Timeout;
    }

    /// <summary>An attempt has failed, and another is to follow.</summary>
    public void Retry(StepRetryEvent failed)
    {
        Retries++;
        DueAt = failed.Time + failed.Delay;
        (WaitsSince, ReachedTimeout) = (null, null);
    }

    /// <summary>No attempt is to follow, and the fallback steps in.</summary>
    public void FallBack(StepFallbackEvent began)
    {
        Fallback = began;
        (DueAt, WaitsSince, ReachedTimeout) = (null, null, null);
    }

    /// <summary>Takes note of a part. What the fallback consists of begins anew, whatever paths it shares with what it stands in for. Iterations share none: what
    /// they have done stays done.</summary>
    /// <param name="part">The part.</param>
    public void NotePart(StepRecord part)
    {
        if (Fallback is not null && !HasPartsOfFallback)
        {
            HasPartsOfFallback = true;
            Parts.FindAll(other => !other.Path.StartsWith($"{path}#", StringComparison.Ordinal)).ForEach(static other => other.Reset());
        }

        if (part.IsPart)
            return;
        part.IsPart = true;
        Parts.Add(part);
    }

    private void Reset()
    {
        EarlierAttempts = Attempts;
        (Retries, StartedAs, IsTotalReached) = (0, 0, false);
        (Fallback, HasPartsOfFallback) = (null, false);
        (StartedAt, AttemptStartedAt, DueAt, WaitsSince, End, Compensation) = (null, null, null, null, null, null);
        Parts.ForEach(static part => part.Reset());
        ReachedTimeout = null;
    }
}
