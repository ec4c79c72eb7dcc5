namespace PlanDsl.Sqlite;

/// <summary>What a batch of events makes of a row of <c>steps</c>.</summary>
internal sealed class StepRow
{
    public string? Parent { get; set; }

    /// <summary><see langword="null"/> if the batch says nothing of it but of its compensation.</summary>
    public string? Status { get; set; }

    public string? Cause { get; set; }

    public int Attempts { get; set; }

    public string? StartedAt { get; set; }

    public string? EndedAt { get; set; }

    public bool IsFallback { get; set; }

    public StepError? Error { get; set; }

    public string? Compensation { get; set; }

    public long FirstSequence { get; set; }
}
