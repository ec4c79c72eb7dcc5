using Microsoft.Data.Sqlite;
using PlanDsl.Sqlite;

namespace PlanDsl.Tests;

/// <summary>Databases that earlier versions have written.</summary>
public sealed class VersionTests : IDisposable
{
    // How version 1 kept events; the other tables have not changed.
    private const string ToVersion1 = """
        CREATE TABLE events_1 (
            run      INTEGER NOT NULL REFERENCES runs (id),
            sequence INTEGER NOT NULL,
            type     TEXT NOT NULL,
            time     TEXT NOT NULL,
            path     TEXT,
            json     TEXT NOT NULL,
            crc      INTEGER NOT NULL,
            PRIMARY KEY (run, sequence)
        ) WITHOUT ROWID;
        INSERT INTO events_1 SELECT run, sequence, type, time, path, json, crc FROM events;
        DROP VIEW events;
        DROP TABLE records;
        ALTER TABLE events_1 RENAME TO events;
        PRAGMA user_version = 1;
        """;

    private const string Shape = "SELECT type, name, sql FROM sqlite_master ORDER BY name";

    private readonly SqliteStorage _storage = new();

    public void Dispose() => _storage.Dispose();

    [Fact]
    public async Task A_database_of_version_1_is_brought_up_to_date_by_who_writes_there()
    {
        var events = await RecordInVersion1Async();

        await using (var run = await _storage.Open().ResumeAsync("b"))
        {
            Assert.Equal(events["b"].Count, run.LastSequence);
            events["b"].Add(Recorded.Completed("b", run.LastSequence + 1));
            run.Append(events["b"][^1]);
            await run.FlushAsync(events["b"].Count);
        }

        await AssertHasAsync(events);
    }

    [Fact]
    public async Task A_database_of_version_1_is_brought_up_to_date_by_who_reads_there() => await AssertHasAsync(await RecordInVersion1Async());

    [Fact]
    public async Task What_is_damaged_in_a_database_of_version_1_is_told_in_the_next_one()
    {
        await RecordInVersion1Async();
        Execute("UPDATE events SET crc = crc + 1 WHERE sequence = 3; DELETE FROM events WHERE sequence = 5");

        var fault = await Assert.ThrowsAsync<JournalCorruptException>(() => _storage.Open().ReadAsync("a").ToListAsync());
        Assert.Equal(3, fault.Sequence);
        var missing = await Assert.ThrowsAsync<JournalCorruptException>(() => _storage.Open().ReadAsync("a", after: 3).ToListAsync());
        Assert.Equal(5, missing.Sequence);
    }

    private async Task<Dictionary<string, List<PlanEvent>>> RecordInVersion1Async()
    {
        var events = new Dictionary<string, List<PlanEvent>>(StringComparer.Ordinal);
        using (var journal = new SqliteJournal(_storage.Database))
        {
            foreach (var run in (string[])["a", "b", "c"])
                await journal.RecordAsync(run, events[run] = Recorded.Random(run, 1_200, seed: run[0]));
        }

        Execute(ToVersion1);
        return events;
    }

    /// <summary>Sees that a database is as one that has been made today.</summary>
    private async Task AssertHasAsync(Dictionary<string, List<PlanEvent>> events)
    {
        foreach (var (run, expected) in events)
            Recorded.AssertSame(expected, await _storage.Open().ReadAsync(run).ToListAsync());
        using var made = new SqliteStorage();
        await made.Open().RecordAsync("r", Recorded.Run("r"));
        Assert.Equal(TableDump.Of(made.Database, Shape), TableDump.Of(_storage.Database, Shape));
        Assert.Equal("2", TableDump.Of(_storage.Database, "PRAGMA user_version"));
        Assert.Equal("ok", TableDump.Of(_storage.Database, "PRAGMA integrity_check"));
    }

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_storage.Database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
