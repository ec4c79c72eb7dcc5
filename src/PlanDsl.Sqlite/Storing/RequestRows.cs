using System.Text;
using System.Text.Json;

namespace PlanDsl.Sqlite;

/// <summary>What is asked of runs, as rows.</summary>
internal static class RequestRows
{
    private const string Cancel = "cancel";
    private const string Signal = "signal";

    private const string Find = "SELECT id, status, owner FROM runs WHERE run_id = ?1 AND last_sequence > 0";
    private const string Insert = "INSERT INTO requests (run, request_id, type, signal, value, asked_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT DO NOTHING";
    private const string Pending = "SELECT request_id, type, signal, value, asked_at FROM requests WHERE run = (SELECT id FROM runs WHERE id = ?1 AND owner = ?2) AND done_by IS NULL ORDER BY number";
    private const string Had = "SELECT request_id FROM requests WHERE run = ?1 AND done_by IS NOT NULL";

    /// <summary>Keeps a request; who executes the run.</summary>
    public static string? Put(SqliteDatabase database, string runId, RunRequest request, DateTimeOffset now, string journal)
    {
        var find = database.Prepare(Find).Bind(1, runId);
        if (!find.Read())
            throw new RunNotFoundException(runId, journal);
        var (number, status, owner) = (find.Long(0), find.Text(1), find.Text(2));
        find.Reset();
        if (status is not "running")
            throw new RunCompletedException(runId, journal);
        var signal = request as RunSignalRequest;
        database.Prepare(Insert).Bind(1, number).Bind(2, request.Id).Bind(3, signal is null ? Cancel : Signal).Bind(4, signal?.Name)
            .Bind(5, signal?.Value is { } value ? JsonValues.TextOf(value) : null).Bind(6, now)
            .Execute();
        return owner;
    }

    /// <summary>What is asked of a run and not done, in order, but for what cannot be read.</summary>
    /// <param name="database">The database, which may be another than the one in which the run was claimed.</param>
    /// <param name="run">The run.</param>
    /// <param name="owner">Who has claimed it.</param>
    public static List<RunRequest> Read(SqliteDatabase database, long run, string owner)
    {
        var requests = new List<RunRequest>();
        var rows = database.Prepare(Pending).Bind(1, run).Bind(2, owner);
        while (rows.Read())
        {
            if (TryRead(rows) is { } request)
                requests.Add(request);
        }

        rows.Reset();
        return requests;
    }

    /// <summary>What has been asked of a run, so that it comes before anything that the run does.</summary>
    public static RequestFeed ReadAll(SqliteDatabase database, long run, string owner)
    {
        var feed = new RequestFeed(ReadDone(database, run));
        foreach (var request in Read(database, run, owner))
            feed.Add(request);
        return feed;
    }

    // What was asked of a run and is done.
    private static List<string> ReadDone(SqliteDatabase database, long run)
    {
        var requests = new List<string>();
        var rows = database.Prepare(Had).Bind(1, run);
        while (rows.Read())
            requests.Add(rows.Text(0)!);
        rows.Reset();
        return requests;
    }

    // One that is damaged keeps no other from its run.
    private static RunRequest? TryRead(SqliteStatement row)
    {
        var id = row.Text(0)!;
        var askedAt = PendingRows.TimeOf(row.Text(4));
        if (row.Text(1) is not Signal)
            return new RunCancelRequest { Id = id, AskedAt = askedAt };
        try
        {
            return new RunSignalRequest(row.Text(2) ?? "", row.Text(3) is { } value ? Value(value) : null) { Id = id, AskedAt = askedAt };
        }
        catch (Exception fault) when (fault is JsonException or ArgumentException)
        {
            return null;
        }
    }

    private static JsonElement Value(string json) => JsonElement.Parse(Encoding.UTF8.GetBytes(json), RecordDecoder.Deep);
}
