using System.Globalization;

namespace PlanDsl.Tests;

/// <summary>Several processes at one journal, some of which die.</summary>
public sealed class ProcessTests : IDisposable
{
    private readonly SqliteStorage _sqlite = new();
    private readonly JsonLinesStorage _jsonLines = new();

    public static TheoryData<string> Kinds => ["jsonl", "sqlite"];

    public void Dispose()
    {
        _sqlite.Dispose();
        _jsonLines.Dispose();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Of_two_processes_that_resume_a_run_one_wins_and_the_other_says_so(string kind)
    {
        await Open(kind).RecordAsync("r", Recorded.Run("r"));
        using var first = Start(kind);
        using var second = Start(kind);

        for (var round = 0; round < 20; round++)
        {
            first.Tell("resume r");
            second.Tell("resume r");
            var answers = new[] { await first.AnswerAsync(), await second.AnswerAsync() };

            var (winner, loser, refusal) = answers[0] == "resumed at 4" ? (first, second, answers[1]) : (second, first, answers[0]);
            Assert.Contains("resumed at 4", answers);
            Assert.StartsWith("RunClaimedException: Run 'r' in journal ", refusal, StringComparison.Ordinal);
            Assert.NotEqual(answers[0], answers[1]);

            // Whoever comes later is told by whom.
            Assert.Contains(FormattableString.Invariant($"is executed by process {winner.Id} on {Environment.MachineName}"), await loser.DoAsync("resume r"), StringComparison.Ordinal);
            Assert.Equal("closed", await winner.DoAsync("close"));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_a_killed_process_has_flushed_is_there_and_its_claim_is_free(string kind)
    {
        var journal = Open(kind);
        using (var created = Start(kind))
        {
            Assert.Equal("created", await created.DoAsync("create r"));
            created.Kill();
        }

        long last = 1;
        var random = new Random(20_261_122);
        for (var kill = 0; kill < 12; kill++)
        {
            using var other = Start(kind);
            Assert.StartsWith("resumed at ", await other.DoAsync("resume r"), StringComparison.Ordinal);
            other.Tell("stream");
            for (var told = random.Next(1, 40); told > 0; told--)
                last = long.Parse((await other.AnswerAsync()).Split(' ')[1], CultureInfo.InvariantCulture);
            other.Kill();

            var events = await journal.ReadAsync("r").ToListAsync();
            Assert.True(events.Count >= last, $"{last} events were safe, and {events.Count} are there.");
            Assert.Null(Assert.Single(await journal.RunsAsync().ToListAsync()).Owner);
        }

        await using var run = await journal.ResumeAsync("r");
        Assert.True(run.LastSequence >= last);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_another_process_asks_comes_to_the_one_that_executes_the_run(string kind)
    {
        using var executes = Start(kind);
        using var asks = Start(kind);
        Assert.Equal("created", await executes.DoAsync("create r"));
        Assert.Equal(executes.Id, Assert.Single(await Open(kind).RunsAsync().ToListAsync()).Owner?.ProcessId);

        executes.Tell("await");
        Assert.Equal("asked", await asks.DoAsync("request r a"));

        Assert.Equal("got a", await executes.AnswerAsync());
    }

    private IPlanJournal Open(string kind) => kind is "sqlite" ? _sqlite.Open() : _jsonLines.Open();

    private OtherProcess Start(string kind) => OtherProcess.Start(kind, kind is "sqlite" ? _sqlite.Database : Path.Combine(_jsonLines.Directory, "journal"));
}
