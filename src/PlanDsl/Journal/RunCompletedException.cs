namespace PlanDsl;

/// <summary>A run has ended, and nothing can be done to it any more.</summary>
public sealed class RunCompletedException : JournalException
{
    /// <summary>The run has ended.</summary>
    /// <param name="runId">The run's id.</param>
    /// <param name="journal">The journal, such as <c>journal runs.db</c>.</param>
    public RunCompletedException(string runId, string journal)
        : base($"Run '{runId}' in {journal} has ended. Read how from its events; to do it again, start a new run, or a part of it, from a step on, with RerunAsync or 'plandsl rerun'.")
        => RunId = runId;

    /// <summary>The run's id.</summary>
    public string RunId { get; }
}
