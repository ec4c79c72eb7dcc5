namespace PlanDsl.Sqlite;

/// <summary>What a batch of events makes of a row of <c>steps</c>, and of those of its attempts.</summary>
/// <param name="path">The path of the step.</param>
internal sealed class StepRow(string path)
{
    public string Path => path;

    public string? Parent { get; set; }

    /// <summary><see langword="null"/> if the batch says nothing of it but of its compensation.</summary>
    public string? Status { get; set; }

    public string? Cause { get; set; }

    public int Attempts { get; set; }

    public DateTimeOffset? StartedAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    public bool IsFallback { get; set; }

    public StepError? Error { get; set; }

    public string? Compensation { get; set; }

    /// <summary>The number of the first event of the batch that says something of it; 0 if none does but of an attempt.</summary>
    public long FirstSequence { get; set; }

    /// <summary>The attempt of which the batch has spoken first for the last time; the others before it.</summary>
    public AttemptRow? LastAttempt { get; private set; }

    /// <summary>The row of an attempt, made if the batch has not spoken of it.</summary>
    public AttemptRow Attempt(int number, string status)
    {
        for (var attempt = LastAttempt; attempt is not null; attempt = attempt.Previous)
        {
            if (attempt.Number == number)
                return attempt;
        }

        return LastAttempt = new(number, LastAttempt) { Status = status };
    }
}
