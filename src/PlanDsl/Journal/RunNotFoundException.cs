namespace PlanDsl;

/// <summary>A journal has no such run.</summary>
public sealed class RunNotFoundException : JournalException
{
    /// <summary>There is no such run.</summary>
    /// <param name="runId">The id that was asked for.</param>
    /// <param name="journal">The journal, such as <c>journal runs.db</c>.</param>
    public RunNotFoundException(string runId, string journal)
        : base($"There is no run '{runId}' in {journal}. Check the id, and that this is the journal in which the run was recorded.")
        => RunId = runId;

    /// <summary>The id that was asked for.</summary>
    public string RunId { get; }
}
