using System.Text.Json;

namespace PlanDsl.Tests;

/// <summary>Runs that wait for a signal in one process and get it in another.</summary>
public sealed class DurableWaitTests : IDisposable
{
    private const string Approved = "approved";

    private readonly string _directory = Directory.CreateTempSubdirectory("plandsl-wait-").FullName;

    public static TheoryData<string> Kinds => ["jsonl", "sqlite"];

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_run_that_was_let_go_of_goes_on_in_another_process_with_what_a_third_has_given(string kind)
    {
        using (var first = Start(kind, ProcessEnd.LettingGo))
        {
            Assert.Equal("let go: True", await first.LineAsync());
            Assert.Equal("approved Running: ", await first.LineAsync());
            Assert.False(await first.WaitAsync());
        }

        using var runs = new KilledRuns(kind, JournalDurability.EveryEvent, _directory);
        Assert.Equal((RunStatus.Running, null), (await runs.Journal.RunsAsync().ToListAsync()) is [var left] ? (left.Status, left.Owner) : default);
        await runs.Journal.RequestAsync(Approved, Signal);

        using (var second = Start(kind, ProcessEnd.WithRuns))
            Assert.Equal("approved Succeeded: ", await LastLineAsync(second));
        Assert.Equal(["began a", "done a", "began b", "done b"], runs.DoneIn(Approved));
        var events = await runs.ReadAsync(Approved);
        Assert.Equal("""[1,"me"]""", events.OfType<StepSucceededEvent>().Single(static step => step.StepPath == "b").Result!.Value.GetRawText());
        Assert.Equal("yes", Assert.Single(events.OfType<SignalReceivedEvent>()).RequestId);
    }

    // The one that has the run goes on with it, and the other has done nothing.
    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Of_two_processes_that_resume_a_run_one_goes_on_and_the_other_says_so(string kind)
    {
        using (var first = Start(kind, ProcessEnd.LettingGo))
            Assert.False(await first.WaitAsync());
        using var runs = new KilledRuns(kind, JournalDurability.EveryEvent, _directory);
        KilledProcess[] rivals = [Start(kind, ProcessEnd.WithRuns), Start(kind, ProcessEnd.WithRuns)];
        try
        {
            // The one that is refused ends; the other waits for the signal.
            var ends = Array.ConvertAll(rivals, static rival => LastLineAsync(rival));
            var loser = Array.IndexOf(ends, await Task.WhenAny(ends).Soon());
            var refusal = await ends[loser];
            Assert.StartsWith("RunClaimedException: Run 'approved' in journal ", refusal, StringComparison.Ordinal);
            await runs.Journal.RequestAsync(Approved, Signal);

            Assert.Equal("approved Succeeded: ", await ends[1 - loser].Soon());
            Assert.Single((await runs.ReadAsync(Approved)).OfType<RunResumedEvent>());
            Assert.Equal(["began a", "done a", "began b", "done b"], runs.DoneIn(Approved));
        }
        finally
        {
            Array.ForEach(rivals, static rival => rival.Dispose());
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_run_that_has_ended_is_not_resumed_by_anybody(string kind)
    {
        using (var runs = new KilledRuns(kind, JournalDurability.EveryEvent, _directory))
            await (await runs.GoOnAsync("chain", "chain")).Completion.Soon();

        using var late = KilledProcess.Start(kind, JournalDurability.EveryEvent, _directory, ProcessEnd.WithRuns, 0, limit: 0, ("chain", "chain"));

        Assert.StartsWith("RunCompletedException: ", await LastLineAsync(late), StringComparison.Ordinal);
    }

    private static RunSignalRequest Signal => new("approve", JsonElement.Parse("""{"by":"me"}""")) { Id = "yes" };

    private KilledProcess Start(string kind, ProcessEnd end) =>
        KilledProcess.Start(kind, JournalDurability.EveryEvent, _directory, end, 0, limit: 0, (Approved, Approved));

    private static async Task<string?> LastLineAsync(KilledProcess process)
    {
        string? last = null;
        while (await process.LineAsync().ConfigureAwait(false) is { } line)
            last = line;
        return last;
    }
}
