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

    [Fact]
    public async Task Whatever_page_is_damaged_in_a_database_of_version_1_costs_no_run_but_those_that_it_has()
    {
        var events = await RecordInVersion1Async(count: 150);
        var whole = await File.ReadAllBytesAsync(_storage.Database);
        var random = new Random(7);
        var partly = 0;

        for (var page = 1; page < whole.Length / 4_096; page++)
        {
            var damaged = whole.ToArray();
            random.NextBytes(damaged.AsSpan(page * 4_096, 4_096));
            foreach (var beside in (string[])["-wal", "-shm"])
                File.Delete(_storage.Database + beside);
            await File.WriteAllBytesAsync(_storage.Database, damaged);

            var told = 0;
            foreach (var (run, expected) in events)
            {
                var read = new List<PlanEvent>();
                var fault = await Record.ExceptionAsync(async () =>
                {
                    await foreach (var happened in new SqliteJournal(_storage.Database).ReadAsync(run))
                        read.Add(happened);
                });
                Assert.True(fault is JournalException || (fault is null && read.Count == expected.Count), $"page {page}, run {run}: {read.Count} events, {fault}");
                Recorded.AssertSame(expected[..read.Count], read);
                told += fault is null ? 0 : 1;
            }

            partly += told is > 0 and < 3 ? 1 : 0;
        }

        Assert.True(partly > 10, $"{partly} of {whole.Length / 4_096} pages");
    }

    [Fact]
    public async Task What_else_somebody_has_in_a_database_of_version_1_goes_on_as_it_was()
    {
        var events = await RecordInVersion1Async(count: 20);
        Execute("CREATE VIEW counted AS SELECT count(*) FROM events; CREATE VIEW broken AS SELECT * FROM nowhere");

        Recorded.AssertSame(events["a"], await _storage.Open().ReadAsync("a").ToListAsync());

        Assert.Equal("60", TableDump.Of(_storage.Database, "SELECT * FROM counted"));
    }

    private async Task<Dictionary<string, List<PlanEvent>>> RecordInVersion1Async(int count = 1_200)
    {
        var events = new Dictionary<string, List<PlanEvent>>(StringComparer.Ordinal);
        using (var journal = new SqliteJournal(_storage.Database))
        {
            foreach (var run in (string[])["a", "b", "c"])
                await journal.RecordAsync(run, events[run] = Recorded.Random(run, count, seed: run[0]));
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
