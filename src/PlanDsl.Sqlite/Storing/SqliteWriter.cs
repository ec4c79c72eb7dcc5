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
    private readonly List<JournalEntry> _batch = [];
    private readonly List<SqliteRun> _touched = [];
    private readonly List<SqliteRun> _closing = [];

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

            _batch.Add(entry);
            if (_batch.Count == MaxBatch)
                WriteBatch();
        }

        WriteBatch();
    }

    private void WriteBatch()
    {
        if (_batch.Count == 0)
            return;
        Gather();
        try
        {
            store.Write(WriteRows);
            foreach (var run in _touched)
            {
                if (run.Rows!.Sequence > 0)
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
            run.Rows = null;
        foreach (var run in _closing)
        {
            close(run);
            run.Closed();
        }

        _batch.Clear();
        _touched.Clear();
        _closing.Clear();
    }

    private void Gather()
    {
        foreach (var entry in _batch)
        {
            var run = (SqliteRun)entry.Run!;
            if (entry.Happened is null)
            {
                _closing.Add(run);
            }
            else if (run.Rows is null && !run.HasFailed)
            {
                run.Rows = new();
                _touched.Add(run);
            }
        }
    }

    private void WriteRows(SqliteDatabase database)
    {
        var insert = database.Prepare(InsertEvent);
        foreach (var entry in _batch)
        {
            if (entry is { Run: SqliteRun { Rows: { } rows, HasFailed: false } run, Happened: { } happened })
                Insert(insert, run, rows, happened);
        }

        foreach (var run in _touched)
        {
            if (run.Rows!.Sequence > 0)
                RowWriter.Write(database, run.Number, run.Rows);
        }

        foreach (var run in _closing)
            Unclaimed(database, run);
    }

    private void Insert(SqliteStatement insert, SqliteRun run, RunRows rows, PlanEvent happened)
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

        var time = RowWriter.TimeOf(happened.Time);
        insert.Bind(1, run.Number).Bind(2, happened.Sequence).Bind(3, EventNames.Of(happened)).Bind(4, time)
            .Bind(5, (happened as StepEvent)?.StepPath).BindText(6, json).Bind(7, Checksum.Of(json))
            .Execute();
        rows.Note(happened, time);
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
