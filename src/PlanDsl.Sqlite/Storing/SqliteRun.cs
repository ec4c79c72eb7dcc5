namespace PlanDsl.Sqlite;

/// <summary>A claimed run of a <see cref="SqliteJournal"/>.</summary>
/// <param name="number">The run in the database.</param>
/// <param name="runId">Its id.</param>
/// <param name="owner">The name of this process among those that have claimed runs, by which its row says that the run is this one.</param>
/// <param name="lastSequence">The number of its last recorded event.</param>
/// <param name="writer">Who writes it.</param>
/// <param name="requests">What is asked of it.</param>
/// <param name="durability">How safe an event is before the run acts on it.</param>
internal sealed class SqliteRun(long number, string runId, string owner, long lastSequence, BatchWriter<JournalEntry> writer, RequestFeed requests, JournalDurability durability)
    : WrittenRun(runId, lastSequence, writer, requests, durability)
{
    public long Number => number;

    public string Owner => owner;
}
