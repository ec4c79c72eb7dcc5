namespace PlanDsl.Sqlite;

/// <summary>Claims runs, each within one transaction.</summary>
/// <param name="store">The database.</param>
/// <param name="database">Its connection.</param>
/// <param name="presence">The name of this process among those that have claimed runs.</param>
internal readonly struct RunClaims(SqliteStore store, SqliteDatabase database, string presence)
{
    private const string Find = "SELECT id, status, last_sequence, owner, owner_pid, owner_host FROM runs WHERE run_id = ?1";
    private const string Insert = "INSERT INTO runs (run_id, plan_id, status, last_sequence, owner, owner_pid, owner_host) VALUES (?1, '', 'running', 0, ?2, ?3, ?4)";
    private const string Claim = "UPDATE runs SET owner = ?2, owner_pid = ?3, owner_host = ?4 WHERE id = ?1";

    private static readonly string[] Deletes =
        ["DELETE FROM records WHERE " + EventKey.IsOfRun, "DELETE FROM attempts WHERE run = ?1", "DELETE FROM steps WHERE run = ?1", "DELETE FROM requests WHERE run = ?1", "DELETE FROM runs WHERE id = ?1"];

    /// <summary>Claims a run that is to begin; its number.</summary>
    public long Create(string runId)
    {
        // Nobody else claims meanwhile, and so none that is swept away is taken for alive.
        JournalPresence.Sweep(store.Claims);
        if (FindUnclaimed(runId) is { } known)
        {
            if (known.LastSequence > 0)
                throw JournalFaults.RunExists(runId, store.Journal);
            database.Prepare(Claim).Bind(1, known.Number).Bind(2, presence).Bind(3, RunOwner.Current.ProcessId).Bind(4, RunOwner.Current.Host).Execute();
            return known.Number;
        }

        database.Prepare(Insert).Bind(1, runId).Bind(2, presence).Bind(3, RunOwner.Current.ProcessId).Bind(4, RunOwner.Current.Host).Execute();
        return database.Number("SELECT last_insert_rowid()");
    }

    /// <summary>Claims a run that has begun and not ended; its number and its last event's.</summary>
    public (long Number, long LastSequence) Resume(string runId)
    {
        JournalPresence.Sweep(store.Claims);
        if (FindUnclaimed(runId) is not { LastSequence: > 0 } known)
            throw new RunNotFoundException(runId, store.Journal);
        if (known.HasEnded)
            throw new RunCompletedException(runId, store.Journal);
        var last = RunReader.TryFind(database, runId)?.LastSequence ?? known.LastSequence;
        RunReader.CheckEnd(database, store, runId, known.Number, last);
        database.Prepare(Claim).Bind(1, known.Number).Bind(2, presence).Bind(3, RunOwner.Current.ProcessId).Bind(4, RunOwner.Current.Host).Execute();
        return (known.Number, last);
    }

    /// <summary>Forgets a run that nobody executes.</summary>
    public void Forget(string runId)
    {
        JournalPresence.Sweep(store.Claims);
        if (FindUnclaimed(runId) is not { LastSequence: > 0 } known)
            throw new RunNotFoundException(runId, store.Journal);
        foreach (var delete in Deletes)
            database.Prepare(delete).Bind(1, known.Number).Execute();
    }

    private (long Number, bool HasEnded, long LastSequence)? FindUnclaimed(string runId)
    {
        var find = database.Prepare(Find).Bind(1, runId);
        if (!find.Read())
            return null;
        var found = (find.Long(0), find.Text(1) is not "running", find.Long(2));
        var owner = find.Text(3) is { } id && id != presence && JournalPresence.IsAlive(store.Claims, id)
            ? new RunOwner((int)find.Long(4), find.Text(5) ?? "")
            : null;
        find.Reset();
        return owner is null ? found : throw new RunClaimedException(runId, store.Journal, owner);
    }
}
