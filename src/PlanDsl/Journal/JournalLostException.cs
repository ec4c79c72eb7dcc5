namespace PlanDsl;

/// <summary>The file in which a run is recorded was deleted, moved or replaced while the run went on. What is written goes into a file that nobody
/// finds any more, so that the run is recorded nowhere and cannot be resumed.</summary>
public sealed class JournalLostException : JournalException
{
    /// <summary>The file is gone.</summary>
    /// <param name="runId">The run's id.</param>
    /// <param name="place">Where it was recorded, such as <c>journal runs.db</c>.</param>
    public JournalLostException(string runId, string place)
        : base($"Run '{runId}' is not in {place} any more: the file was deleted, moved or replaced while the run went on, so that what it does is recorded nowhere. Run the plan anew, and keep the journal where nothing cleans it up.")
        => RunId = runId;

    /// <summary>The run's id.</summary>
    public string RunId { get; }
}
