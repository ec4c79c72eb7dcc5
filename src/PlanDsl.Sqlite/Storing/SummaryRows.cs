using System.Globalization;
using System.Text.Json;

namespace PlanDsl.Sqlite;

/// <summary>What there is to say of each run in a line, as rows.</summary>
internal static class SummaryRows
{
    private const string Runs = """
        SELECT run_id, plan_id, status, created_at, ended_at, last_sequence, parent_run, owner, owner_pid, owner_host
        FROM runs WHERE last_sequence > 0 ORDER BY id DESC
        """;

    public static List<RunSummary> Read(SqliteDatabase database, SqliteStore store)
    {
        var runs = new List<RunSummary>();
        var alive = new Dictionary<string, bool>(StringComparer.Ordinal);
        var rows = database.Prepare(Runs);
        while (rows.Read())
            runs.Add(Summary(rows, store, IsAlive));
        rows.Reset();
        return runs;

        bool IsAlive(string owner) => alive.TryGetValue(owner, out var known) ? known : alive[owner] = JournalPresence.IsAlive(store.Claims, owner);
    }

    // One row that is damaged keeps no other from being listed.
    private static RunSummary Summary(SqliteStatement row, SqliteStore store, Func<string, bool> isAlive)
    {
        var runId = row.Text(0) ?? "";
        try
        {
            return new()
            {
                RunId = runId,
                PlanId = row.Text(1) ?? "",
                Status = StatusNames.RunOf(row.Text(2) ?? ""),
                CreatedAt = TimeOf(row.Text(3)) ?? default,
                EndedAt = TimeOf(row.Text(4)),
                LastSequence = row.Long(5),
                ParentRun = row.Text(6),
                Owner = row.Text(7) is { } owner && isAlive(owner) ? new((int)row.Long(8), row.Text(9) ?? "") : null,
            };
        }
        catch (Exception fault) when (fault is JsonException or FormatException)
        {
            return new()
            {
                RunId = runId, PlanId = "", Status = RunStatus.Running, CreatedAt = default, LastSequence = 0,
                Fault = $"Its row in table runs of {store.Path} is damaged: {fault.Message} Restore the journal from a copy.",
            };
        }
    }

    private static DateTimeOffset? TimeOf(string? text) =>
        text is null ? null : DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
