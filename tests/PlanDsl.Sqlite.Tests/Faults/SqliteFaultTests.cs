using System.Text.Json;
using Microsoft.Data.Sqlite;
using PlanDsl.Sqlite;

namespace PlanDsl.Tests;

/// <summary>What happens to databases, and what a <see cref="SqliteJournal"/> makes of it.</summary>
public sealed class SqliteFaultTests : IDisposable
{
    private readonly SqliteStorage _storage = new();

    public void Dispose() => _storage.Dispose();

    [Fact]
    public async Task An_event_that_was_changed_is_named()
    {
        await RecordAndCloseAsync(Recorded.Run("r", steps: 4));
        Execute("UPDATE records SET json = replace(json, 'step_1', 'step_9') WHERE id & 4294967295 = 4");

        var fault = await Assert.ThrowsAsync<JournalCorruptException>(() => _storage.Open().ReadAsync("r").ToListAsync());

        Assert.Equal($"Event 4 of run 'r' cannot be trusted: {_storage.Database}, table records, id 4294967300: its checksum is not that of what it says. The events before it are whole. Restore the journal from a copy, or run the plan anew.", fault.Message);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(6)]
    public async Task An_event_that_is_missing_is_named(int sequence)
    {
        await RecordAndCloseAsync(Recorded.Run("r", steps: 4));
        Execute(FormattableString.Invariant($"DELETE FROM records WHERE id & 4294967295 = {sequence}"));

        var fault = await Assert.ThrowsAsync<JournalCorruptException>(() => _storage.Open().ReadAsync("r").ToListAsync());

        Assert.Equal(sequence, fault.Sequence);
        Assert.Contains("it is missing", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whatever_page_is_damaged_no_event_is_read_that_was_not_written()
    {
        var events = Recorded.Random("r", 200, seed: 3);
        await RecordAndCloseAsync(events);
        var whole = await File.ReadAllBytesAsync(_storage.Database);
        var random = new Random(3);
        var told = 0;

        for (var page = 0; page < whole.Length / 4_096; page++)
        {
            var damaged = whole.ToArray();
            random.NextBytes(damaged.AsSpan((page * 4_096) + random.Next(3_000), 1_000));
            await File.WriteAllBytesAsync(_storage.Database, damaged);

            var read = new List<PlanEvent>();
            var fault = await Record.ExceptionAsync(async () =>
            {
                await foreach (var happened in new SqliteJournal(_storage.Database).ReadAsync("r"))
                    read.Add(happened);
            });

            Assert.True(fault is null or JournalException, $"page {page}: {fault}");
            Assert.True(fault is not null || read.Count == events.Count, $"page {page}: {read.Count} events, and no fault");
            Recorded.AssertSame(events[..read.Count], read);
            told += fault is null ? 0 : 1;
        }

        Assert.True(told > 0);
    }

    [Fact]
    public async Task A_database_that_is_locked_for_too_long_is_named_and_the_run_goes_on_when_it_is_free()
    {
        using var journal = new SqliteJournal(_storage.Database, new SqliteJournalOptions { Durability = JournalDurability.EveryEvent, BusyTimeout = TimeSpan.FromMilliseconds(20) });
        var run = await journal.CreateAsync("r");
        run.AppendAll(Recorded.Run("r"));
        await run.FlushAsync(4);

        using (var holder = Connect())
        {
            Execute(holder, "BEGIN IMMEDIATE");
            run.Append(Recorded.Completed("r", 5));
            var fault = await Assert.ThrowsAsync<JournalException>(() => run.FlushAsync(5).AsTask());
            Assert.Equal($"Run 'r' cannot be recorded in journal {_storage.Database}: database is locked. Another program has locked the database for longer than BusyTimeout: end its transaction, then resume the run.", fault.Message);
            await Assert.ThrowsAsync<JournalException>(() => journal.CreateAsync("other").AsTask());

            // Readers do not wait for writers.
            Assert.Equal(4, (await journal.ReadAsync("r").ToListAsync()).Count);
            Execute(holder, "ROLLBACK");
        }

        await run.DisposeAsync();
        await using var again = await journal.ResumeAsync("r");
        again.Append(Recorded.Completed("r", 5));
        await again.FlushAsync(5);
    }

    [Fact]
    public async Task A_disk_that_is_full_ends_the_run_and_leaves_what_was_written()
    {
        using (var journal = new SqliteJournal(_storage.Database, new SqliteJournalOptions { Durability = JournalDurability.EveryEvent, MaxPageCount = 40 }))
        {
            await using var run = await journal.CreateAsync("r");
            run.AppendAll(Recorded.Run("r"));
            await run.FlushAsync(4);
            run.AppendAll(Enumerable.Range(5, 2_000).Select(static n => new StepProgressEvent { RunId = "r", Sequence = n, Time = Recorded.Time, StepPath = "copy", Attempt = 1, Fraction = 0, Message = new string('x', 200) }));

            var fault = await Assert.ThrowsAsync<JournalException>(() => run.FlushAsync(2_004).AsTask());

            Assert.Equal($"Run 'r' cannot be recorded in journal {_storage.Database}: database or disk is full. Free space on the disk, then resume the run.", fault.Message);
        }

        await using var again = await _storage.Open().ResumeAsync("r");
        Assert.Equal(again.LastSequence, (await _storage.Open().ReadAsync("r").ToListAsync()).Count);
        again.Append(Recorded.Completed("r", again.LastSequence + 1));
        await again.FlushAsync(again.LastSequence + 1);
    }

    [Fact]
    public async Task Whether_all_was_recorded_is_known_when_the_run_was_let_go_of()
    {
        using var journal = new SqliteJournal(_storage.Database, new SqliteJournalOptions { MaxPageCount = 40 });
        var whole = await journal.CreateAsync("whole");
        whole.AppendAll(Recorded.Run("whole"));
        await whole.DisposeAsync();
        await whole.FlushAsync(4);

        var run = await journal.CreateAsync("r");
        run.AppendAll(Recorded.Run("r", steps: 2_000));
        await run.DisposeAsync();

        await Assert.ThrowsAsync<JournalException>(() => run.FlushAsync(2_002).AsTask());
        Assert.Null((await journal.RunsAsync().ToListAsync()).FirstOrDefault(static listed => listed.RunId == "r")?.Owner);
    }

    // The event of another that has its place cannot be written; the lock has those that come meanwhile written together.
    [Fact]
    public async Task What_is_wrong_with_one_run_is_nothing_to_those_that_are_written_with_it()
    {
        using var journal = new SqliteJournal(_storage.Database, new SqliteJournalOptions { Durability = JournalDurability.EveryEvent });
        await using var faulty = await journal.CreateAsync("faulty");
        await using var fine = await journal.CreateAsync("fine");
        foreach (var run in (IRunJournal[])[faulty, fine])
        {
            run.AppendAll(Recorded.Run(run.RunId));
            await run.FlushAsync(4);
        }

        Execute("INSERT INTO records (id, json, crc) SELECT (run << 32) | 5, json, crc FROM events WHERE sequence = 4 AND run = (SELECT id FROM runs WHERE run_id = 'faulty')");
        using (var holder = Connect())
        {
            Execute(holder, "BEGIN IMMEDIATE");
            var asked = journal.RequestAsync("fine", new RunCancelRequest());
            fine.Append(Recorded.Completed("fine", 5) with { Status = RunStatus.Cancelled });
            faulty.Append(Recorded.Completed("faulty", 5));
            Execute(holder, "ROLLBACK");
            await asked;
        }

        await fine.FlushAsync(5);
        var fault = await Assert.ThrowsAsync<JournalException>(() => faulty.FlushAsync(5).AsTask());
        Assert.StartsWith($"Run 'faulty' cannot be recorded in journal {_storage.Database}: ", fault.Message, StringComparison.Ordinal);
        Assert.Equal(RunStatus.Cancelled, (await journal.RunsAsync().ToListAsync()).Single(static run => run.RunId == "fine").Status);
    }

    [Fact]
    public async Task A_damaged_row_keeps_no_run_from_being_listed()
    {
        using (var journal = new SqliteJournal(_storage.Database))
        {
            await journal.RecordAsync("r", Recorded.Run("r"));
            await journal.RecordAsync("s", Recorded.Run("s"));
        }

        Execute("UPDATE runs SET created_at = 'once' WHERE run_id = 'r'");

        var runs = await _storage.Open().RunsAsync().ToListAsync();
        Assert.Equal(["s", "r"], runs.Select(static run => run.RunId));
        Assert.Null(runs[0].Fault);
        Assert.StartsWith($"Its row in table runs of {_storage.Database} is damaged: ", runs[1].Fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_is_damaged_keeps_no_other_from_its_run()
    {
        using var journal = new SqliteJournal(_storage.Database);
        await journal.RecordAsync("r", Recorded.Run("r"));
        await journal.RequestAsync("r", new RunSignalRequest("approve", JsonElement.Parse("1")) { Id = "damaged" });
        Execute("UPDATE requests SET value = '{'");
        await journal.RequestAsync("r", new RunSignalRequest("approve", JsonElement.Parse("2")) { Id = "whole" });

        await using var run = await journal.ResumeAsync("r");

        await using var requests = run.RequestsAsync(default).GetAsyncEnumerator();
        Assert.True(await requests.MoveNextAsync());
        Assert.Equal("whole", requests.Current.Id);
    }

    [Fact]
    public async Task A_journal_of_a_newer_version_is_left_alone()
    {
        await RecordAndCloseAsync(Recorded.Run("r"));
        Execute("PRAGMA user_version = 99");

        foreach (var act in (Func<IPlanJournal, Task>[])[static journal => journal.ReadAsync("r").ToListAsync(), static journal => journal.ResumeAsync("r").AsTask(), static journal => journal.CreateAsync("s").AsTask()])
        {
            var fault = await Assert.ThrowsAsync<JournalException>(() => act(_storage.Open()));
            Assert.Equal($"journal {_storage.Database} was written by a newer version: its tables are of version 99, and this one knows version 2. Update PlanDsl.Sqlite, or keep the journal in another file.", fault.Message);
        }
    }

    [Fact]
    public async Task A_database_of_something_else_is_left_alone()
    {
        Execute("CREATE TABLE orders (id INTEGER)");

        var fault = await Assert.ThrowsAsync<JournalException>(() => _storage.Open().CreateAsync("r").AsTask());

        Assert.Equal($"journal {_storage.Database} is a SQLite database of something else, and left as it is. Keep the journal in another file.", fault.Message);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_named()
    {
        await File.WriteAllTextAsync(_storage.Database, new string('x', 5_000));

        var fault = await Assert.ThrowsAsync<JournalException>(() => _storage.Open().CreateAsync("r").AsTask());

        Assert.Equal($"Run 'r' cannot be recorded in journal {_storage.Database}: file is not a database. Keep the journal in another file.", fault.Message);
    }

    [Fact]
    public async Task A_directory_that_cannot_be_written_is_named_with_what_to_do()
    {
        if (!OperatingSystem.IsLinux())
            return;
        // Nobody may write there, not even root.
        using var journal = new SqliteJournal("/proc/journal.db");

        var fault = await Assert.ThrowsAsync<JournalException>(() => journal.CreateAsync("r").AsTask());

        Assert.StartsWith("Run 'r' cannot be claimed in journal /proc/journal.db: ", fault.Message, StringComparison.Ordinal);
    }

    private async Task RecordAndCloseAsync(IEnumerable<PlanEvent> events)
    {
        using var journal = new SqliteJournal(_storage.Database);
        await journal.RecordAsync("r", events);
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={_storage.Database};Pooling=False");
        connection.Open();
        return connection;
    }

    private void Execute(string sql)
    {
        using var connection = Connect();
        Execute(connection, sql);
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
