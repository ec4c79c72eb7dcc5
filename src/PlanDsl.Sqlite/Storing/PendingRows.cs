using System.Globalization;

namespace PlanDsl.Sqlite;

/// <summary>What was asked of runs and is not done, for those who only want to know.</summary>
internal static class PendingRows
{
    private const string Find = "SELECT id, status FROM runs WHERE run_id = ?1 AND last_sequence > 0";
    private const string Pending = "SELECT request_id, signal, asked_at FROM requests WHERE run = ?1 AND done_by IS NULL ORDER BY number";

    /// <summary>What was asked of a run, in order; <see langword="null"/> if there is no such run.</summary>
    public static List<PendingRequest>? TryRead(SqliteDatabase database, string runId)
    {
        var find = database.Prepare(Find).Bind(1, runId);
        if (!find.Read())
            return null;
        var (number, status) = (find.Long(0), find.Text(1));
        find.Reset();
        var pending = new List<PendingRequest>();
        if (status is not "running")
            return pending;
        var rows = database.Prepare(Pending).Bind(1, number);
        while (rows.Read())
            pending.Add(new() { RequestId = rows.Text(0)!, Signal = rows.Text(1), AskedAt = TimeOf(rows.Text(2)) });
        rows.Reset();
        return pending;
    }

    /// <summary>When something was asked; <see langword="null"/> where that cannot be read.</summary>
    public static DateTimeOffset? TimeOf(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
