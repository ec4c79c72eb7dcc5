namespace PlanDsl.Sqlite;

/// <summary>The tables and views of a database.</summary>
internal static class SchemaText
{
    /// <summary>The events. A record has what was told, and nothing twice: its key is <see cref="EventKey"/>.</summary>
    public const string Records = """
        CREATE TABLE records (
            id   INTEGER PRIMARY KEY,
            json TEXT NOT NULL,
            crc  INTEGER NOT NULL
        );
        """;

    /// <summary>The events as a person asks for them; times are written as in the other tables. By the two conditions that say the same SQLite finds the records
    /// of a run, and the run of a record, whichever it comes from.</summary>
    public const string Events = """
        CREATE VIEW events AS
        SELECT r.id AS run, e.id & 4294967295 AS sequence, json_extract(e.json, '$.type') AS type,
               substr(replace(json_extract(e.json, '$.time'), '+00:00', CASE length(json_extract(e.json, '$.time')) WHEN 25 THEN '.' ELSE '' END || '0000000'), 1, 27) || 'Z' AS time,
               json_extract(e.json, '$.step_id') AS path, e.json, e.crc
        FROM runs r JOIN records e ON r.id = e.id >> 32 AND e.id BETWEEN r.id << 32 AND (r.id << 32) + 4294967295;
        """;

    /// <summary>A database of the latest version. Events are what counts; the other tables follow from them, and are written with them.</summary>
    public const string Latest = """
        CREATE TABLE runs (
            id            INTEGER PRIMARY KEY,
            run_id        TEXT NOT NULL UNIQUE,
            plan_id       TEXT NOT NULL,
            plan_hash     TEXT,
            parent_run    TEXT,
            status        TEXT NOT NULL,
            created_at    TEXT,
            ended_at      TEXT,
            error_kind    TEXT,
            error         TEXT,
            last_sequence INTEGER NOT NULL,
            resumes       INTEGER NOT NULL DEFAULT 0,
            owner         TEXT,
            owner_pid     INTEGER,
            owner_host    TEXT
        );

        CREATE TABLE steps (
            run            INTEGER NOT NULL REFERENCES runs (id),
            path           TEXT NOT NULL,
            parent         TEXT,
            status         TEXT NOT NULL,
            cause          TEXT,
            attempts       INTEGER NOT NULL,
            started_at     TEXT,
            ended_at       TEXT,
            fallback       INTEGER NOT NULL,
            error_kind     TEXT,
            error          TEXT,
            compensation   TEXT,
            first_sequence INTEGER NOT NULL,
            PRIMARY KEY (run, path)
        ) WITHOUT ROWID;

        CREATE TABLE attempts (
            run        INTEGER NOT NULL,
            path       TEXT NOT NULL,
            attempt    INTEGER NOT NULL,
            status     TEXT NOT NULL,
            started_at TEXT,
            ended_at   TEXT,
            error_kind TEXT,
            error      TEXT,
            PRIMARY KEY (run, path, attempt),
            FOREIGN KEY (run, path) REFERENCES steps (run, path)
        ) WITHOUT ROWID;

        CREATE TABLE requests (
            number     INTEGER PRIMARY KEY AUTOINCREMENT,
            run        INTEGER NOT NULL REFERENCES runs (id),
            request_id TEXT NOT NULL,
            type       TEXT NOT NULL,
            signal     TEXT,
            value      TEXT,
            asked_at   TEXT NOT NULL,
            done_by    INTEGER,
            UNIQUE (run, request_id)
        );

        CREATE VIEW run_summary AS
        SELECT r.run_id, r.plan_id, r.status, r.created_at, r.ended_at,
               round(max(0, (julianday(r.ended_at) - julianday(r.created_at)) * 86400), 3) AS seconds,
               count(s.path) AS steps,
               coalesce(sum(s.status = 'succeeded'), 0) AS succeeded,
               coalesce(sum(s.status IN ('failed', 'partial')), 0) AS failed,
               coalesce(sum(s.status IN ('skipped', 'cancelled')), 0) AS not_run,
               r.resumes, r.last_sequence AS events, r.error, r.parent_run,
               CASE WHEN r.owner IS NULL THEN NULL ELSE 'process ' || r.owner_pid || ' on ' || r.owner_host END AS claimed_by
        FROM runs r LEFT JOIN steps s ON s.run = r.id
        WHERE r.last_sequence > 0
        GROUP BY r.id ORDER BY r.id DESC;

        CREATE VIEW step_summary AS
        SELECT r.run_id, s.path AS step, s.parent, s.status, s.attempts, s.started_at, s.ended_at,
               round(max(0, (julianday(s.ended_at) - julianday(s.started_at)) * 86400), 3) AS seconds,
               CASE WHEN s.error IS NOT NULL THEN s.error_kind || ': ' || s.error WHEN s.cause IS NOT NULL THEN s.cause END AS why,
               s.compensation
        FROM steps s JOIN runs r ON r.id = s.run
        ORDER BY r.id DESC, s.first_sequence;

        """ + Records + Events;
}
