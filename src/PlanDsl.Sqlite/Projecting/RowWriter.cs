namespace PlanDsl.Sqlite;

/// <summary>Writes the rows that follow from events.</summary>
internal static class RowWriter
{
    private const string UpdateRun = """
        UPDATE runs SET plan_id = coalesce(?2, plan_id), plan_hash = coalesce(?3, plan_hash), parent_run = coalesce(?4, parent_run), created_at = coalesce(?5, created_at),
          status = coalesce(?6, status), ended_at = coalesce(?7, ended_at), error_kind = coalesce(?8, error_kind), error = coalesce(?9, error),
          resumes = resumes + ?10, last_sequence = ?11
        WHERE id = ?1 AND owner = ?12
        """;

    private const string LoseAttempts = "UPDATE attempts SET status = 'lost' WHERE run = ?1 AND status = 'running'";

    // What a signal brought is told by its event, as the run tells it: without what is secret. Here it would stay as it was asked.
    private const string FinishRequest = "UPDATE requests SET done_by = ?3, value = NULL WHERE run = ?1 AND request_id = ?2";

    private const string UpsertCompensation = """
        INSERT INTO steps (run, path, parent, status, attempts, fallback, first_sequence, compensation) VALUES (?1, ?2, ?3, 'pending', ?4, 0, ?5, ?6)
        ON CONFLICT (run, path) DO UPDATE SET attempts = max(attempts, excluded.attempts), compensation = excluded.compensation
        """;

    private static readonly RowInsert Steps = new(
        "steps",
        "run",
        ["path", "parent", "status", "cause", "attempts", "started_at", "ended_at", "fallback", "error_kind", "error", "first_sequence"],
        """
        ON CONFLICT (run, path) DO UPDATE SET status = excluded.status, cause = excluded.cause, attempts = max(attempts, excluded.attempts),
          started_at = coalesce(started_at, excluded.started_at), ended_at = excluded.ended_at, fallback = excluded.fallback,
          error_kind = excluded.error_kind, error = excluded.error
        """);

    private static readonly RowInsert Attempts = new(
        "attempts",
        "run",
        ["path", "attempt", "status", "started_at", "ended_at", "error_kind", "error"],
        """
        ON CONFLICT (run, path, attempt) DO UPDATE SET status = excluded.status, started_at = coalesce(started_at, excluded.started_at),
          ended_at = excluded.ended_at, error_kind = excluded.error_kind, error = excluded.error
        """);

    /// <summary>Writes what a batch makes of the rows of a run.</summary>
    /// <returns>Whether the run is this one still: its row may be gone, or another's, where the database was replaced.</returns>
    public static bool Write(SqliteDatabase database, long run, string owner, RunRows rows)
    {
        // Before what a resumed run has begun itself.
        if (rows.ResumeCount > 0)
            database.Prepare(LoseAttempts).Bind(1, run).Execute();
        // A table at a time: what is written one after the other lies together.
        Steps.Execute(database, run, rows.Steps.FindAll(static row => row.Status is not null), Bind);
        Attempts.Execute(database, run, AttemptsOf(rows), static (insert, attempt) => Bind(insert, attempt.Path, attempt.Row));
        WriteCompensations(database, run, rows);
        foreach (var (request, sequence) in rows.Done)
            database.Prepare(FinishRequest).Bind(1, run).Bind(2, request).Bind(3, sequence).Execute();
        WriteRun(database, run, owner, rows);
        return database.ChangeCount == 1;
    }

    private static List<(string Path, AttemptRow Row)> AttemptsOf(RunRows rows)
    {
        var attempts = new List<(string Path, AttemptRow Row)>(rows.Steps.Count);
        foreach (var row in rows.Steps)
        {
            for (var attempt = row.LastAttempt; attempt is not null; attempt = attempt.Previous)
                attempts.Add((row.Path, attempt));
        }

        return attempts;
    }

    private static void WriteCompensations(SqliteDatabase database, long run, RunRows rows)
    {
        foreach (var row in rows.Steps)
        {
            if (row.Compensation is not null)
                database.Prepare(UpsertCompensation).Bind(1, run).Bind(2, row.Path).Bind(3, row.Parent).Bind(4, row.Attempts).Bind(5, row.FirstSequence).Bind(6, row.Compensation).Execute();
        }
    }

    private static void WriteRun(SqliteDatabase database, long run, string owner, RunRows rows) => database.Prepare(UpdateRun)
        .Bind(1, run)
        .Bind(2, rows.Created?.PlanId)
        .Bind(3, rows.Created?.PlanHash)
        .Bind(4, rows.Created?.ParentRun)
        .Bind(5, rows.Created?.Time)
        .Bind(6, rows.Completed is { } completed ? StatusNames.Of(completed.Status) : null)
        .Bind(7, rows.Completed?.Time)
        .Bind(8, rows.Completed?.Error is { } error ? StatusNames.Of(error.Kind) : null)
        .Bind(9, rows.Completed?.Error?.Message)
        .Bind(10, rows.ResumeCount)
        .Bind(11, rows.Sequence)
        .Bind(12, owner)
        .Execute();

    private static void Bind(SqliteStatement insert, StepRow row) => insert
        .Bind(2, row.Path)
        .Bind(3, row.Parent)
        .Bind(4, row.Status)
        .Bind(5, row.Cause)
        .Bind(6, row.Attempts)
        .Bind(7, row.StartedAt)
        .Bind(8, row.EndedAt)
        .Bind(9, row.IsFallback ? 1 : 0)
        .Bind(10, row.Error is { } error ? StatusNames.Of(error.Kind) : null)
        .Bind(11, row.Error?.Message)
        .Bind(12, row.FirstSequence);

    private static void Bind(SqliteStatement insert, string path, AttemptRow row) => insert
        .Bind(2, path)
        .Bind(3, row.Number)
        .Bind(4, row.Status)
        .Bind(5, row.StartedAt)
        .Bind(6, row.EndedAt)
        .Bind(7, row.Error is { } error ? StatusNames.Of(error.Kind) : null)
        .Bind(8, row.Error?.Message);
}
