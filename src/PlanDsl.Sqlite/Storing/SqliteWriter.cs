namespace PlanDsl.Sqlite;

/// <summary>Writes what the claimed runs tell, a transaction a batch: the events, and the rows that follow from them. Called by the journal's
/// thread alone, as everything that touches its connection; another at most encodes what comes next.</summary>
/// <param name="store">The database.</param>
/// <param name="close">Forgets a run that is closed.</param>
internal sealed class SqliteWriter(SqliteStore store, Action<SqliteRun> close)
{
    // What is less is encoded before another thread has begun.
    private const int WorthAThread = 256;

    private const string Unclaim = "UPDATE runs SET owner = NULL, owner_pid = NULL, owner_host = NULL WHERE id = ?1 AND owner = ?2";
    private const string DeleteUnbegun = "DELETE FROM runs WHERE id = ?1 AND owner = ?2 AND last_sequence = 0";

    private static readonly RowInsert Events = new("records", run: null, ["id", "json", "crc"]);

    private SqliteBatch _batch = new();
    private SqliteBatch _next = new();

    /// <summary>Writes entries in their order, in as few batches as may be: one is filled while the one before is written.</summary>
    public void Write(List<JournalEntry> entries)
    {
        _batch.Fill(entries, 0);
        for (var isLast = false; !isLast; (_batch, _next) = (_next, _batch))
        {
            var ahead = _batch.End < entries.Count ? FillAhead(_next, entries, _batch.End) : null;
            Write(_batch);
            _batch.Work?.Execute();
            _batch.Clear();
            _ = ahead?.Value;
            isLast = ahead is null;
        }
    }

    /// <summary>Has a batch filled by a thread of the pool, or, if all of these are busy until it is needed (they may be waiting for this very
    /// journal), by whoever asks for the value: once in any case, and the value is there when that is done.</summary>
    private static Lazy<bool> FillAhead(SqliteBatch batch, List<JournalEntry> entries, int from)
    {
        var filled = new Lazy<bool>(() =>
        {
            batch.Fill(entries, from);
            return true;
        });
        if (entries.Count - from >= WorthAThread)
            ThreadPool.UnsafeQueueUserWorkItem(static filled => _ = filled.Value, filled, preferLocal: false);
        return filled;
    }

    private void Write(SqliteBatch batch)
    {
        foreach (var run in batch.Runs)
        {
            if (run.Run.HasFailed)
                run.Drop();
        }

        var runs = batch.Runs.FindAll(static run => run.HasAny);
        if (runs.Count == 0)
            return;
        Record([.. runs]);
        foreach (var run in runs)
        {
            if (!run.IsClosing)
                continue;
            close(run.Run);
            run.Run.Closed();
        }
    }

    private void Record(RunBatch[] runs)
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
                Record([run]);
        }
        catch (Exception fault)
        {
            foreach (var run in runs)
                Fail(run.Run, fault);
            Release(Array.FindAll(runs, static run => run.IsClosing));
        }
    }

    private void Written(RunBatch run)
    {
        if (run.Rows.Sequence > 0)
            run.Run.Written(run.Rows.Sequence);
        if (run.Fault is { } fault)
            Fail(run.Run, fault);
    }

    private void Fail(SqliteRun run, Exception fault) =>
        run.Fail(fault as JournalException ?? SqliteFaults.Of($"Run '{run.RunId}' cannot be recorded in {store.Journal}", store.Path, fault));

    private void Lose(RunBatch run) => run.Run.Fail(new JournalLostException(run.Run.RunId, store.Journal));

    // Run by run, however their events came: those of one lie side by side.
    private void Write(SqliteDatabase database, RunBatch[] runs)
    {
        foreach (var run in runs)
        {
            var number = run.Run.Number;
            Events.Execute(database, number, run.Events, (insert, encoded) => insert
                .Bind(2, EventKey.Of(number, encoded.Sequence))
                .BindText(3, encoded.Json.Span)
                .Bind(4, encoded.Checksum));
            if (run.Rows.Sequence > 0 && !RowWriter.Write(database, run.Run.Number, run.Run.Owner, run.Rows))
                throw new JournalLostException(run.Run.RunId, store.Journal);
        }

        foreach (var run in runs)
        {
            if (run.IsClosing)
                GiveUp(database, run.Run);
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
    private void Release(RunBatch[] runs)
    {
        if (runs.Length == 0 || store.IsLost)
            return;
        try
        {
            store.Write(database => Array.ForEach(runs, run => GiveUp(database, run.Run)));
        }
        catch (Exception fault)
        {
            foreach (var run in runs)
                run.Run.Fail(SqliteFaults.Of($"Run '{run.Run.RunId}' cannot be given up in {store.Journal}", store.Path, fault));
        }
    }
}
