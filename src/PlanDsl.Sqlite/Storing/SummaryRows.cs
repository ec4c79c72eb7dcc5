using System.Globalization;

namespace PlanDsl.Sqlite;

/// <summary>What there is to say of each run in a line, as rows.</summary>
internal static class SummaryRows
{
    private const string Runs = """
        SELECT run_id, plan_id, status, created_at, ended_at, last_sequence, parent_run, owner, owner_pid, owner_host
        FROM runs WHERE last_sequence > 0 ORDER BY id DESC
        """;

    public static List<RunSummary> Read(SqliteDatabase database, string claims)
    {
        var runs = new List<RunSummary>();
        var alive = new Dictionary<string, bool>(StringComparer.Ordinal);
        var rows = database.Prepare(Runs);
        while (rows.Read())
        {
            runs.Add(new()
            {
                RunId = rows.Text(0)!,
                PlanId = rows.Text(1) ?? "",
                Status = StatusNames.RunOf(rows.Text(2)!),
                CreatedAt = TimeOf(rows.Text(3)) ?? default,
                EndedAt = TimeOf(rows.Text(4)),
                LastSequence = rows.Long(5),
                ParentRun = rows.Text(6),
                Owner = rows.Text(7) is { } owner && IsAlive(owner) ? new((int)rows.Long(8), rows.Text(9) ?? "") : null,
            });
        }

        return runs;

        bool IsAlive(string owner) => alive.TryGetValue(owner, out var known) ? known : alive[owner] = JournalPresence.IsAlive(claims, owner);
    }

    private static DateTimeOffset? TimeOf(string? text) =>
        text is null ? null : DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
