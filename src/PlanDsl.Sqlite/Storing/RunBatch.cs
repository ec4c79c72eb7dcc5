namespace PlanDsl.Sqlite;

/// <summary>What a batch has of one run. Filled by one thread, then written by the journal's.</summary>
/// <param name="run">The run.</param>
internal sealed class RunBatch(SqliteRun run)
{
    public SqliteRun Run => run;

    /// <summary>Its events, in order.</summary>
    public List<EncodedEvent> Events { get; } = [];

    /// <summary>What these make of its rows.</summary>
    public RunRows Rows { get; } = new();

    /// <summary>Why the event behind these could not be encoded, nor any after it be recorded.</summary>
    public Exception? Fault { get; set; }

    /// <summary>Whether the run is to be given up with the batch.</summary>
    public bool IsClosing { get; set; }

    /// <summary>Whether there is anything to be done for the run.</summary>
    public bool HasAny => Events.Count > 0 || Fault is not null || IsClosing;

    /// <summary>Forgets its events: the run has failed since they were encoded, by what is missing before them.</summary>
    public void Drop()
    {
        Events.Clear();
        Rows.Clear();
        Fault = null;
    }
}
