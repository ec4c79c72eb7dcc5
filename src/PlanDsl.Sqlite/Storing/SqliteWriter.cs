namespace PlanDsl.Sqlite;

/// <summary>Writes what the claimed runs tell, a transaction a batch: the events, and the rows that follow from them. Called by the journal's
/// thread alone, as everything that touches its connection.</summary>
/// <param name="store">The database.</param>
/// <param name="close">Forgets a run that is closed.</param>
internal sealed class SqliteWriter(SqliteStore store, Action<SqliteRun> close)
{
    // Who waits for an event to be safe does not wait for more than that.
    private const int MaxBatch = 8_192;

    private const string InsertEvent = "INSERT INTO events (run, sequence, type, time, path, json, crc) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    private const string Unclaim = "UPDATE runs SET owner = NULL, owner_pid = NULL, owner_host = NULL WHERE id = ?1";
    private const string DeleteUnbegun = "DELETE FROM runs WHERE id = ?1 AND last_sequence = 0";

    private readonly RecordEncoder _encoder = new();
    private readonly List<SqliteRun> _touched = [];
    private readonly List<SqliteRun> _closing = [];
    private int _count;

    public void Write(List<JournalEntry> entries)
    {
        foreach (var entry in entries)
        {
            if (entry.Work is { } work)
            {
                WriteBatch();
                work.Execute();
                continue;
            }

            Take((SqliteRun)entry.Run!, entry.Happened);
            if (_count == MaxBatch)
                WriteBatch();
        }

        WriteBatch();
    }

    private void Take(SqliteRun run, PlanEvent? happened)
    {
        _count++;
        if (happened is null)
        {
            _closing.Add(run);
        }
        else if (!run.HasFailed)
        {
            if (run.Batch.Count == 0)
                _touched.Add(run);
            run.Batch.Add(happened);
        }
    }

    private void WriteBatch()
    {
        if (_count == 0)
            return;
        try
        {
            store.Write(WriteRows);
            foreach (var run in _touched)
            {
                if (run.Rows.Sequence > 0)
                    run.Written(run.Rows.Sequence);
            }
        }
        catch (Exception fault)
        {
            foreach (var run in _touched)
                run.Fail(SqliteFaults.Of($"Run '{run.RunId}' cannot be recorded in {store.Journal}", store.Path, fault));
            Release();
        }

        foreach (var run in _touched)
        {
            run.Batch.Clear();
            run.Rows.Clear();
        }

        foreach (var run in _closing)
        {
            close(run);
            run.Closed();
        }

        _count = 0;
        _touched.Clear();
        _closing.Clear();
    }

    // Run by run, however their events came: those of one lie side by side.
    private void WriteRows(SqliteDatabase database)
    {
        foreach (var run in _touched)
        {
            Insert(database, run);
            if (run.Rows.Sequence > 0)
                RowWriter.Write(database, run.Number, run.Rows);
        }

        foreach (var run in _closing)
            Unclaimed(database, run);
    }

    private void Insert(SqliteDatabase database, SqliteRun run)
    {
        var insert = database.Prepare(InsertEvent).Bind(1, run.Number);
        foreach (var happened in run.Batch)
        {
            ReadOnlySpan<byte> json;
            try
            {
                json = _encoder.Encode(happened);
            }
            catch (JournalException fault)
            {
                run.Fail(fault);
                return;
            }

            insert.Bind(2, happened.Sequence).Bind(3, EventNames.Of(happened)).Bind(4, happened.Time)
                .Bind(5, (happened as StepEvent)?.StepPath).BindText(6, json).Bind(7, Checksum.Of(json))
                .Execute();
            run.Rows.Note(happened);
        }
    }

    private static void Unclaimed(SqliteDatabase database, SqliteRun run)
    {
        database.Prepare(Unclaim).Bind(1, run.Number).Execute();
        database.Prepare(DeleteUnbegun).Bind(1, run.Number).Execute();
    }

    /// <summary>Gives runs up of which the last events could not be written. Where that fails too, the claim ends with this process's others.</summary>
    private void Release()
    {
        if (_closing.Count == 0)
            return;
        try
        {
            store.Write(database =>
            {
                foreach (var run in _closing)
                    Unclaimed(database, run);
            });
        }
        catch (Exception fault)
        {
            foreach (var run in _closing)
                run.Fail(SqliteFaults.Of($"Run '{run.RunId}' cannot be given up in {store.Journal}", store.Path, fault));
        }
    }
}
