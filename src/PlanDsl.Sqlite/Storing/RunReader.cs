namespace PlanDsl.Sqlite;

/// <summary>Reads events, each checked.</summary>
internal static class RunReader
{
    // No reading lasts so long that it keeps the write-ahead log from being taken into the database.
    private const int PageLength = 1_000;

    private const string Find = "SELECT r.id, last_sequence, (SELECT max(e.id) & 4294967295 FROM records e WHERE e.id BETWEEN r.id << 32 AND (r.id << 32) + 4294967295) FROM runs r WHERE run_id = ?1 AND last_sequence > 0";
    private const string Last = "SELECT max(id) & 4294967295 FROM records WHERE " + EventKey.IsOfRun;
    private const string Events = "SELECT id & 4294967295, json, crc FROM records WHERE id > ?1 AND id <= ?2 ORDER BY id";

    /// <summary>The number of a run, and that of its last event as its row says; one that events go beyond is damaged, and they are believed,
    /// which have checksums. <see langword="null"/> if there is none.</summary>
    public static (long Number, long LastSequence)? TryFind(SqliteDatabase database, string runId)
    {
        var find = database.Prepare(Find).Bind(1, runId);
        var found = find.Read() ? (find.Long(0), Math.Max(find.Long(1), find.Long(2))) : ((long, long)?)null;
        find.Reset();
        return found;
    }

    /// <summary>Some events after another, up to the one that was last when it was asked for; the fault that ends them is told behind them.</summary>
    public static (List<PlanEvent> Events, JournalException? Fault) Read(SqliteDatabase database, SqliteStore store, string runId, long number, long after, long last)
    {
        var events = new List<PlanEvent>();
        try
        {
            var rows = database.Prepare(Events).Bind(1, EventKey.Of(number, after)).Bind(2, EventKey.Of(number, Math.Min(last, after + PageLength)));
            while (rows.Read())
            {
                var sequence = after + events.Count + 1;
                events.Add(Decode(rows, store, runId, number, sequence));
            }

            if (events.Count == 0 && after < last)
                throw Missing(store, runId, number, after + 1);
            rows.Reset();
            return (events, null);
        }
        catch (JournalCorruptException fault)
        {
            return (events, IsThere(database, runId, number) ? fault : RunNotFoundException.Deleted(runId, store.Journal));
        }
        catch (Exception fault) when (SqliteFaults.IsDamage(fault))
        {
            var sequence = after + events.Count + 1;
            return (events, new JournalCorruptException(runId, sequence, Place(store, number, sequence), fault.Message.TrimEnd('.'), fault));
        }
    }

    /// <summary>Sees whether the last event is there.</summary>
    public static void CheckEnd(SqliteDatabase database, SqliteStore store, string runId, long number, long last)
    {
        var recorded = database.Prepare(Last).Bind(1, number);
        var sequence = recorded.Read() ? recorded.Long(0) : 0;
        recorded.Reset();
        if (sequence < last)
            throw Missing(store, runId, number, sequence + 1);
    }

    // Another run may have its number by then.
    private static bool IsThere(SqliteDatabase database, string runId, long number)
    {
        try
        {
            return TryFind(database, runId)?.Number == number;
        }
        catch (Exception fault) when (SqliteFaults.IsDamage(fault))
        {
            return true;
        }
    }

    private static PlanEvent Decode(SqliteStatement row, SqliteStore store, string runId, long number, long sequence)
    {
        var place = Place(store, number, sequence);
        if (row.Long(0) != sequence)
            throw Missing(store, runId, number, sequence);
        var json = row.Bytes(1);
        return Checksum.Of(json) == row.Long(2)
            ? RecordDecoder.Decode(json, runId, sequence, place)
            : throw new JournalCorruptException(runId, sequence, place, "its checksum is not that of what it says");
    }

    private static JournalCorruptException Missing(SqliteStore store, string runId, long number, long sequence) => new(runId, sequence, Place(store, number, sequence), "it is missing");

    private static string Place(SqliteStore store, long number, long sequence) => FormattableString.Invariant($"{store.Path}, table records, id {EventKey.Of(number, sequence)}");
}
