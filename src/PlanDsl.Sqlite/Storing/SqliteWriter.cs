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
    private const string Unclaim = "UPDATE runs SET owner = NULL, owner_pid = NULL, owner_host = NULL WHERE id = ?1 AND owner = ?2";
    private const string DeleteUnbegun = "DELETE FROM runs WHERE id = ?1 AND owner = ?2 AND last_sequence = 0";

    private readonly RecordEncoder _encoder = new();
    private readonly List<SqliteRun> _runs = [];
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
        if (happened is not null && run.HasFailed)
            return;
        if (run.Batch.Count == 0)
            _runs.Add(run);
        if (happened is null)
            run.IsClosing = true;
        else
            run.Batch.Add(happened);
    }

    private void WriteBatch()
    {
        if (_count == 0)
            return;
        Record([.. _runs]);
        foreach (var run in _runs)
        {
            run.Batch.Clear();
            run.Rows.Clear();
            if (!run.IsClosing)
                continue;
            close(run);
            run.Closed();
        }

        _count = 0;
        _runs.Clear();
    }

    private void Record(SqliteRun[] runs)
    {
        if (store.IsLost)
        {
            Array.ForEach(runs, Lose);
            return;
        }

        try
        {
            store.Write(database => Write(database, runs));
            if (store.IsLost)
                Array.ForEach(runs, Lose);
            else
                Array.ForEach(runs, Written);
        }
        catch (Exception fault) when (runs.Length > 1 && !SqliteFaults.IsOfDatabase(fault))
        {
            // What is wrong with one is nothing to the others, which were to be written with it for the sake of speed alone.
            foreach (var run in runs)
            {
                run.Rows.Clear();
                Record([run]);
            }
        }
        catch (Exception fault)
        {
            foreach (var run in runs)
                run.Fail(fault as JournalException ?? SqliteFaults.Of($"Run '{run.RunId}' cannot be recorded in {store.Journal}", store.Path, fault));
            Release(Array.FindAll(runs, static run => run.IsClosing));
        }
    }

    private static void Written(SqliteRun run)
    {
        if (run.Rows.Sequence > 0)
            run.Written(run.Rows.Sequence);
    }

    private void Lose(SqliteRun run) => run.Fail(new JournalLostException(run.RunId, store.Journal));

    // Run by run, however their events came: those of one lie side by side.
    private void Write(SqliteDatabase database, SqliteRun[] runs)
    {
        foreach (var run in runs)
        {
            Insert(database, run);
            if (run.Rows.Sequence > 0 && !RowWriter.Write(database, run.Number, run.Owner, run.Rows))
                throw new JournalLostException(run.RunId, store.Journal);
        }

        foreach (var run in runs)
        {
            if (run.IsClosing)
                GiveUp(database, run);
        }
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

    // Where the database was replaced, the run of that number is another's, if there is one.
    private void GiveUp(SqliteDatabase database, SqliteRun run)
    {
        if (IsChanged(DeleteUnbegun) || IsChanged(Unclaim))
            return;
        throw new JournalLostException(run.RunId, store.Journal);

        bool IsChanged(string sql)
        {
            database.Prepare(sql).Bind(1, run.Number).Bind(2, run.Owner).Execute();
            return database.ChangeCount > 0;
        }
    }

    /// <summary>Gives runs up of which the last events could not be written. Where that fails too, the claim ends with this process's others.</summary>
    private void Release(SqliteRun[] runs)
    {
        if (runs.Length == 0 || store.IsLost)
            return;
        try
        {
            store.Write(database => Array.ForEach(runs, run => GiveUp(database, run)));
        }
        catch (Exception fault)
        {
            foreach (var run in runs)
                run.Fail(SqliteFaults.Of($"Run '{run.RunId}' cannot be given up in {store.Journal}", store.Path, fault));
        }
    }
}
