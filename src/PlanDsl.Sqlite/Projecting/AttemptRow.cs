namespace PlanDsl.Sqlite;

/// <summary>What a batch of events makes of a row of <c>attempts</c>.</summary>
internal sealed class AttemptRow
{
    public required string Status { get; set; }

    public string? StartedAt { get; set; }

    public string? EndedAt { get; set; }

    public StepError? Error { get; set; }
}
