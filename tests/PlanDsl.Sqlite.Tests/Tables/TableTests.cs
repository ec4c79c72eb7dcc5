using System.Text.Json;
using PlanDsl.Sqlite;

namespace PlanDsl.Tests;

/// <summary>The tables that follow from events.</summary>
public sealed class TableTests : IDisposable
{
    private static readonly string[] Dumps =
    [
        "SELECT run_id, plan_id, plan_hash, parent_run, status, created_at, ended_at, error_kind, error, last_sequence, resumes, owner FROM runs ORDER BY id",
        "SELECT path, parent, status, cause, attempts, started_at, ended_at, fallback, error_kind, error, compensation, first_sequence FROM steps ORDER BY path",
        "SELECT path, attempt, status, started_at, ended_at, error_kind, error FROM attempts ORDER BY path, attempt",
        "SELECT sequence, type, time, path, json, crc FROM events ORDER BY sequence",
    ];

    private readonly SqliteStorage _storage = new();

    public void Dispose() => _storage.Dispose();

    [Fact]
    public async Task A_person_sees_what_became_of_each_step()
    {
        static T At<T>(T happened, long sequence, int seconds) where T : PlanEvent => happened with { RunId = "r", Sequence = sequence, Time = Recorded.Time.AddSeconds(seconds) };
        var blank = (RunId: "", Sequence: 0, Recorded.Time);
        await _storage.Open().RecordAsync("r",
        [
            Recorded.Created("r"),
            At(new StepStartedEvent { RunId = "", Sequence = 0, Time = blank.Time, StepPath = "fetch", Attempt = 1 }, 2, 1),
            At(new StepRetryEvent { RunId = "", Sequence = 0, Time = blank.Time, StepPath = "fetch", Attempt = 1, Delay = TimeSpan.FromSeconds(1), Error = new(FailureKind.Timeout, "Too slow.") }, 3, 2),
            At(new StepStartedEvent { RunId = "", Sequence = 0, Time = blank.Time, StepPath = "fetch", Attempt = 2 }, 4, 3),
            At(new StepSucceededEvent { RunId = "", Sequence = 0, Time = blank.Time, StepPath = "fetch", Attempt = 2 }, 5, 4),
            At(new StepStartedEvent { RunId = "", Sequence = 0, Time = blank.Time, StepPath = "pay/card", Parent = "pay", Attempt = 1 }, 6, 5),
            At(new StepFailedEvent { RunId = "", Sequence = 0, Time = blank.Time, StepPath = "pay/card", Parent = "pay", Attempt = 1, Error = new(FailureKind.Exception, "No money.") }, 7, 7),
            At(new StepSkippedEvent { RunId = "", Sequence = 0, Time = blank.Time, StepPath = "ship", Attempt = 0, Cause = SkipCause.Dependency }, 8, 7),
            At(new CompensationStartedEvent { RunId = "", Sequence = 0, Time = blank.Time, StepPath = "fetch", Attempt = 2 }, 9, 8),
            At(new CompensationSucceededEvent { RunId = "", Sequence = 0, Time = blank.Time, StepPath = "fetch", Attempt = 2 }, 10, 8),
            At(new RunCompletedEvent { RunId = "", Sequence = 0, Time = blank.Time, Status = RunStatus.Failed, Error = new(FailureKind.Exception, "No money.") }, 11, 9),
        ]);

        Assert.Equal(
            """
            r|fetch|NULL|succeeded|2|2026-11-22T04:05:07.0000000Z|2026-11-22T04:05:10.0000000Z|3|NULL|succeeded
            r|pay/card|pay|failed|1|2026-11-22T04:05:11.0000000Z|2026-11-22T04:05:13.0000000Z|2|exception: No money.|NULL
            r|ship|NULL|skipped|0|NULL|2026-11-22T04:05:13.0000000Z|NULL|dependency|NULL
            """,
            Dump("SELECT * FROM step_summary"));
        Assert.Equal("r|shop.orders|failed|2026-11-22T04:05:06.0000000Z|2026-11-22T04:05:15.0000000Z|9|3|1|1|1|0|11|No money.|NULL|NULL", Dump("SELECT * FROM run_summary"));
        Assert.Equal("fetch|1|failed|timeout\nfetch|2|succeeded|NULL\npay/card|1|failed|exception", Dump("SELECT path, attempt, status, error_kind FROM attempts ORDER BY path, attempt"));
    }

    [Fact]
    public async Task An_attempt_that_nobody_saw_end_is_lost()
    {
        await _storage.Open().RecordAsync("r", Recorded.Run("r", steps: 1));

        await using var run = await _storage.Open().ResumeAsync("r");
        run.Append(new RunResumedEvent { RunId = "r", Sequence = 4, Time = Recorded.Time });
        run.Append(new StepStartedEvent { RunId = "r", Sequence = 5, Time = Recorded.Time, StepPath = "step_0", Attempt = 2 });
        await run.FlushAsync(5);

        Assert.Equal("1|lost\n2|running", Dump("SELECT attempt, status FROM attempts ORDER BY attempt"));
        Assert.Equal(FormattableString.Invariant($"running|1|process {Environment.ProcessId} on {Environment.MachineName}"), Dump("SELECT status, resumes, claimed_by FROM run_summary"));
    }

    [Fact]
    public async Task What_a_signal_brings_is_forgotten_where_it_was_asked_once_the_run_has_it()
    {
        await _storage.Open().RecordAsync("r", Recorded.Run("r"));
        await _storage.Open().RequestAsync("r", new RunSignalRequest("approve", JsonElement.Parse("\"s3cret\"")) { Id = "a" });

        await using var run = await _storage.Open().ResumeAsync("r");
        run.Append(new SignalReceivedEvent { RunId = "r", Sequence = 5, Time = Recorded.Time, Name = "approve", RequestId = "a" });
        await run.FlushAsync(5);

        Assert.Equal("a|NULL|5", Dump("SELECT request_id, value, done_by FROM requests"));
    }

    [Fact]
    public async Task What_a_deleted_run_has_left_is_given_back()
    {
        using var journal = new SqliteJournal(_storage.Database);
        await journal.RecordAsync("small", Recorded.Run("small"));
        var before = Pages;
        await journal.RecordAsync("large", Recorded.Run("large", steps: 2_000));
        Assert.True(Pages > before + 10);

        await journal.DeleteAsync("large");

        Assert.True(Pages <= before + 2, $"{Pages} pages, of {before}");
    }

    [Fact]
    public async Task A_person_reads_events_by_their_names_and_finds_those_of_a_run_without_reading_others()
    {
        var journal = _storage.Open();
        foreach (var run in (string[])["a", "b"])
        {
            await journal.RecordAsync(run,
            [
                .. Recorded.Run(run, steps: 1).Select(static happened => happened is StepEvent ? happened with { Time = happened.Time.AddTicks(12_300) } : happened),
                Recorded.Completed(run, 4) with { Time = Recorded.Time.AddMinutes(1).AddTicks(1_234_567) },
            ]);
        }

        Assert.Equal(
            """
            1|run_created|2026-11-22T04:05:06.0000000Z|NULL
            2|run_started|2026-11-22T04:05:07.0000000Z|NULL
            3|step_started|2026-11-22T04:05:08.0012300Z|step_0
            4|run_completed|2026-11-22T04:06:06.1234567Z|NULL
            """,
            Dump("SELECT e.sequence, e.type, e.time, e.path FROM events e JOIN runs r ON r.id = e.run WHERE r.run_id = 'b'"));
        Assert.DoesNotContain("SCAN", Dump("EXPLAIN QUERY PLAN SELECT * FROM events WHERE run = 2"), StringComparison.Ordinal);

        // Each step would be compared with each event by one that is made for the question.
        foreach (var joined in (string[])["runs r JOIN events e ON e.run = r.id WHERE r.status = 'failed'", "steps s JOIN events e ON e.run = s.run AND e.path = s.path", "runs r JOIN events e ON e.run = r.id WHERE r.run_id = 'b'"])
            Assert.DoesNotContain("AUTOMATIC", Dump("EXPLAIN QUERY PLAN SELECT e.type, count(*) FROM " + joined + " GROUP BY 1"), StringComparison.Ordinal);
    }

    private int Pages => int.Parse(Dump("PRAGMA page_count"), System.Globalization.CultureInfo.InvariantCulture);

    // However events happen to come together, the tables say the same.
    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    public async Task Tables_do_not_depend_on_what_was_written_together(int seed)
    {
        var random = new Random(seed);
        var events = Recorded.Random("r", 400, seed)
            .Select(happened => happened is StepEvent step ? step with { StepPath = $"s{random.Next(5)}", Attempt = random.Next(4) } : happened)
            .ToList();
        using var alone = new SqliteStorage();

        await _storage.Open(JournalDurability.Batched).RecordAsync("r", events);
        await using (var run = await alone.Open().CreateAsync("r"))
        {
            foreach (var happened in events)
            {
                run.Append(happened);
                await run.FlushAsync(happened.Sequence);
            }
        }

        foreach (var dump in Dumps)
            Assert.Equal(Dump(dump, alone), Dump(dump));
    }

    [Fact]
    public async Task Many_may_make_the_database_at_once()
    {
        using var gate = new Barrier(4);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(n => Task.Factory.StartNew(
            () =>
            {
                var journal = new SqliteJournal(_storage.Database);
                gate.SignalAndWait();
                return journal.RecordAsync($"r{n}", Recorded.Run($"r{n}"));
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default).Unwrap()));

        Assert.Equal("4", Dump("SELECT count(*) FROM run_summary"));
    }

    private string Dump(string sql, SqliteStorage? storage = null) => TableDump.Of((storage ?? _storage).Database, sql);
}
