namespace PlanDsl.Sqlite;

/// <summary>What a batch of events makes of a row of <c>attempts</c>.</summary>
/// <param name="number">The number of the attempt.</param>
/// <param name="previous">Another attempt of the step of which the batch has spoken before.</param>
internal sealed class AttemptRow(int number, AttemptRow? previous)
{
    public int Number => number;

    public AttemptRow? Previous => previous;

    public required string Status { get; set; }

    public DateTimeOffset? StartedAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    public StepError? Error { get; set; }
}
