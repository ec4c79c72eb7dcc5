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

    private RunNotFoundException(string runId, string journal, string what)
        : base($"Run '{runId}' {what} {journal}.") => RunId = runId;

    /// <summary>There is no such run any more: it was deleted while it was read.</summary>
    internal static RunNotFoundException Deleted(string runId, string journal) => new(runId, journal, "was deleted, while it was read, from");

    /// <summary>The id that was asked for.</summary>
    public string RunId { get; }
}
