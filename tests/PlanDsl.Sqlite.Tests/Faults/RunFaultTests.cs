using Microsoft.Data.Sqlite;
using PlanDsl.Sqlite;

namespace PlanDsl.Tests;

/// <summary>What becomes of whole runs where something is wrong with their journal: they end with what is wrong and what to do, or go on to what
/// they would have come to, and never to anything else.</summary>
public sealed class RunFaultTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("plandsl-fault-").FullName;

    private string Database => Path.Combine(_directory, "journal.db");

    private string JsonLines => Path.Combine(_directory, "journal");

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task A_run_whose_disk_is_full_ends_and_goes_on_when_there_is_room()
    {
        if (OperatingSystem.IsWindows())
            return;
        using (var process = KilledProcess.Start("jsonl", JournalDurability.EveryEvent, _directory, ProcessEnd.WithRuns, 0, limit: 24, ("large", "large")))
        {
            var last = "";
            while (await process.LineAsync() is { } line)
                last = line;
            Assert.StartsWith($"large Failed: Run 'large' cannot be recorded in {Path.Combine(JsonLines, "large.jsonl")}: ", last, StringComparison.Ordinal);
            Assert.EndsWith(" Free space there, then resume the run.", last, StringComparison.Ordinal);
        }

        await GoesOnAsync("jsonl", "large");
    }

    [Fact]
    public async Task A_run_whose_database_is_full_ends_and_goes_on_when_there_is_room()
    {
        using (var runs = Runs(new SqliteJournal(Database, new SqliteJournalOptions { Durability = JournalDurability.EveryEvent, MaxPageCount = 30 })))
        {
            var outcome = await (await runs.GoOnAsync("large", "large")).Completion.Soon();
            Assert.Equal(RunStatus.Failed, outcome.Status);
            Assert.Equal($"Run 'large' cannot be recorded in journal {Database}: database or disk is full. Free space on the disk, then resume the run.", Assert.IsType<JournalException>(outcome.Error!.Exception).Message);
        }

        await GoesOnAsync("sqlite", "large");
    }

    [Fact]
    public async Task A_run_whose_database_is_locked_ends_and_goes_on_when_it_is_free()
    {
        using (var runs = Runs(new SqliteJournal(Database, new SqliteJournalOptions { Durability = JournalDurability.EveryEvent, BusyTimeout = TimeSpan.FromMilliseconds(20) })))
        {
            var run = await runs.GoOnAsync("approved", "approved");
            await run.WhenStatus("w", StepStatus.Waiting);
            using var holder = new SqliteConnection($"Data Source={Database};Pooling=False");
            holder.Open();
            Execute(holder, "BEGIN IMMEDIATE");
            run.Signal("approve", System.Text.Json.JsonElement.Parse("""{"by":"me"}"""));

            var outcome = await run.Completion.Soon();
            Assert.Equal($"Run 'approved' cannot be recorded in journal {Database}: database is locked. Another program has locked the database for longer than BusyTimeout: end its transaction, then resume the run.", outcome.Error!.Message);
            Assert.Equal(["began a", "done a"], runs.DoneIn("approved"));
            Execute(holder, "ROLLBACK");
        }

        // The signal was never recorded, so nobody has had it.
        using var again = new KilledRuns("sqlite", JournalDurability.EveryEvent, _directory);
        var resumed = await again.GoOnAsync("approved", "approved");
        resumed.Signal("approve", System.Text.Json.JsonElement.Parse("""{"by":"me"}"""));
        Assert.Equal(RunStatus.Succeeded, (await resumed.Completion.Soon()).Status);
        Assert.Equal(["began a", "done a", "began b", "done b"], again.DoneIn("approved"));
    }

    [Theory]
    [InlineData("jsonl", "Run 'chain' cannot be claimed in journal /proc/plandsl")]
    [InlineData("sqlite", "Run 'chain' cannot be claimed in journal /proc/plandsl.db")]
    public async Task A_run_whose_journal_cannot_be_written_does_nothing(string kind, string fault)
    {
        if (!OperatingSystem.IsLinux())
            return;
        // Nobody may write there, not even root.
        using var runs = Runs(kind is "jsonl" ? new JsonLinesJournal("/proc/plandsl") : new SqliteJournal("/proc/plandsl.db"));

        var outcome = await runs.Start("chain", "chain").Completion.Soon();

        Assert.StartsWith(fault, Assert.IsType<JournalException>(outcome.Error!.Exception).Message, StringComparison.Ordinal);
        Assert.Empty(runs.DoneIn("chain"));
    }

    // Cut anywhere, as a process leaves it that dies while it writes.
    [Fact]
    public async Task A_run_whose_last_line_is_torn_goes_on_from_the_line_before()
    {
        await LeaveAsync("jsonl", "retries");
        var whole = await File.ReadAllBytesAsync(Record("retries"));
        var first = whole.IndexOf((byte)'\n') + 1;
        var undisturbed = await UndisturbedRun.OfAsync("retries", Path.Combine(_directory, "undisturbed"));
        var random = new Random(6);
        for (var round = 0; round < 60; round++)
        {
            await File.WriteAllBytesAsync(Record("retries"), whole[..random.Next(first, whole.Length)]);
            using var runs = new KilledRuns("jsonl", JournalDurability.Batched, _directory);
            Assert.Equal(undisturbed.Outcome, KilledOutcome.Of(await (await runs.GoOnAsync("retries", "retries")).Completion.Soon()));
        }
    }

    [Fact]
    public async Task A_run_of_which_a_line_is_damaged_is_not_resumed()
    {
        await LeaveAsync("jsonl", "each");
        var whole = await File.ReadAllBytesAsync(Record("each"));
        var random = new Random(7);
        using var runs = new KilledRuns("jsonl", JournalDurability.Batched, _directory);
        var done = runs.DoneIn("each");
        for (var round = 0; round < 100; round++)
        {
            var damaged = whole.ToArray();
            // The end of the last line may be missing, which is another thing; and a letter of a checksum may be a capital.
            damaged[random.Next(damaged.Length - 1)] ^= (byte)(1 << random.Next(5));
            await File.WriteAllBytesAsync(Record("each"), damaged);

            var fault = await Assert.ThrowsAsync<JournalCorruptException>(() => runs.GoOnAsync("each", "each"));
            Assert.EndsWith("Restore the journal from a copy, or run the plan anew.", fault.Message, StringComparison.Ordinal);
        }

        Assert.Equal(done, runs.DoneIn("each"));
    }

    [Fact]
    public async Task A_run_whose_database_has_a_damaged_page_is_refused_or_comes_to_what_it_would_have()
    {
        await LeaveAsync("sqlite", "each");
        var whole = await File.ReadAllBytesAsync(Database);
        var undisturbed = await UndisturbedRun.OfAsync("each", Path.Combine(_directory, "undisturbed"));
        var refused = 0;
        var random = new Random(9);
        for (var round = 0; round < 3 * (whole.Length / 4_096); round++)
        {
            var damaged = whole.ToArray();
            random.NextBytes(damaged.AsSpan((round / 3 * 4_096) + random.Next(3_900), random.Next(1, 196)));
            await File.WriteAllBytesAsync(Database, damaged);
            using (var runs = new KilledRuns("sqlite", JournalDurability.Batched, _directory))
            {
                try
                {
                    var outcome = await (await runs.GoOnAsync("each", "each")).Completion.Soon();
                    Assert.True(KilledOutcome.Of(outcome) == undisturbed.Outcome || outcome.Error?.Exception is JournalException, KilledOutcome.Of(outcome));
                }
                catch (JournalException)
                {
                    refused++;
                }
            }

            Array.ForEach(Directory.GetFiles(_directory, "journal.db?*"), File.Delete);
        }

        Assert.True(refused > 0);
    }

    // In the middle, so that there is something to go on with.
    private async Task LeaveAsync(string kind, string plan)
    {
        var undisturbed = await UndisturbedRun.OfAsync(plan, Path.Combine(_directory, "undisturbed"));
        using (var process = KilledProcess.Start(kind, JournalDurability.EveryEvent, _directory, ProcessEnd.After, undisturbed.Events - 4, limit: 0, (plan, plan)))
            Assert.True(await process.WaitAsync());
        if (kind is not "sqlite")
            return;
        using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        Execute(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
    }

    private async Task GoesOnAsync(string kind, string plan)
    {
        using var runs = new KilledRuns(kind, JournalDurability.EveryEvent, _directory);
        var run = new KilledRun(await UndisturbedRun.OfAsync(plan, Path.Combine(_directory, "undisturbed")), plan);
        Assert.Null(await run.LeaveAsync(runs, isActedOnSafely: true));
        Assert.InRange((await runs.ReadAsync(plan)).Count, 8, 60);
        Assert.Null(await run.FinishAsync(runs));
    }

    private KilledRuns Runs(IPlanJournal journal) => new(journal, _directory);

    private string Record(string runId) => Path.Combine(JsonLines, $"{runId}.jsonl");

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
