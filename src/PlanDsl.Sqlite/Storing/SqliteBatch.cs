using System.Buffers;

namespace PlanDsl.Sqlite;

/// <summary>What is written in one transaction, and what is done behind it. Filled by one thread, then written by the journal's.</summary>
internal sealed class SqliteBatch
{
    // Who waits for an event to be safe does not wait for more than that.
    private const int MostEntries = 8_192;

    // And no more is held in memory than this, of a batch that is written and of one that is filled meanwhile, but for one event that is larger.
    private const int MostBytes = 4 * 1_024 * 1_024;

    private readonly RecordEncoder _encoder = new();
    private readonly Dictionary<SqliteRun, RunBatch> _byRun = [];
    private ArrayBufferWriter<byte> _json = new();

    /// <summary>The runs of which it has something, in the order in which they came.</summary>
    public List<RunBatch> Runs { get; } = [];

    /// <summary>Where it ends among the entries from which it was filled.</summary>
    public int End { get; private set; }

    /// <summary>What is done when it is written.</summary>
    public IWriterWork? Work { get; private set; }

    /// <summary>Takes entries in, as many as it may; what cannot be encoded is told by <see cref="RunBatch.Fault"/>.</summary>
    /// <param name="entries">The entries, which nobody changes meanwhile.</param>
    /// <param name="from">The first of them that it is to have.</param>
    public void Fill(List<JournalEntry> entries, int from)
    {
        var last = Math.Min(entries.Count, from + MostEntries);
        for (End = from; End < last && Work is null && _json.WrittenCount < MostBytes; End++)
        {
            var entry = entries[End];
            if (entry.Work is { } work)
                Work = work;
            else if (entry.Happened is not { } happened)
                Of((SqliteRun)entry.Run!).IsClosing = true;
            else if (!entry.Run!.HasFailed)
                Take(Of((SqliteRun)entry.Run), happened);
        }
    }

    /// <summary>Forgets what it had, so that it can be filled again.</summary>
    public void Clear()
    {
        Runs.Clear();
        _byRun.Clear();
        Work = null;
        // An event that was as large as it is no measure of those that come.
        if (_json.Capacity > 2 * MostBytes)
            _json = new();
        else
            _json.ResetWrittenCount();
    }

    private RunBatch Of(SqliteRun run)
    {
        // An event is mostly of the run of which the one before was.
        if (Runs is [.., var last] && last.Run == run)
            return last;
        if (!_byRun.TryGetValue(run, out var batch))
        {
            _byRun.Add(run, batch = new(run));
            Runs.Add(batch);
        }

        return batch;
    }

    private void Take(RunBatch batch, PlanEvent happened)
    {
        if (batch.Fault is not null)
            return;
        try
        {
            var json = _encoder.Encode(happened);
            _json.Write(json);
            // When there is no room left it goes on in a larger one, and these are still what they are.
            batch.Events.Add(new(happened.Sequence, _json.WrittenMemory[^json.Length..], Checksum.Of(json)));
            batch.Rows.Note(happened);
        }
        catch (Exception fault)
        {
            batch.Fault = fault;
        }
    }
}
