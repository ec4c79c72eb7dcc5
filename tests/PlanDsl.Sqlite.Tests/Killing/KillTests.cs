namespace PlanDsl.Tests;

/// <summary>Runs whose processes are killed (SIGKILL), one after the other, and that others go on with: nothing that is recorded is lost or
/// done again, and they come to what they would have come to undisturbed.</summary>
public abstract class KillTests : IDisposable
{
    private static readonly string[] All =
        ["chain", "fan", "groups", "each", "loop", "retries", "undone", "waits", "outer", "undone_within", "policies", "aborted", "drained", "overtaken", "commands", "lasting"];

    // More of them say no more.
    private const int Told = 5;

    private readonly string _directory = Directory.CreateTempSubdirectory("plandsl-kill-").FullName;
    private readonly Random _random = new(20_261_122);
    private readonly List<string> _faults = [];
    private int _kills;

    public static TheoryData<string> Plans => [.. All];

    protected abstract string Kind { get; }

    /// <summary>Whether events with odd numbers are recorded at which the process is killed, and those with even ones are not; or the other way round.</summary>
    protected abstract bool RecordsOdd { get; }

    public void Dispose()
    {
        GC.SuppressFinalize(this);
        Directory.Delete(_directory, recursive: true);
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public async Task A_run_that_is_killed_at_any_of_its_events_is_gone_on_with(string plan)
    {
        var undisturbed = await UndisturbedRun.OfAsync(plan, _directory);
        for (var sequence = 1; sequence <= undisturbed.Events && _faults.Count < Told; sequence++)
        {
            if (sequence % 2 == (RecordsOdd ? 1 : 0))
                await KillAsync(undisturbed, JournalDurability.EveryEvent, ProcessEnd.After, sequence, processes: sequence % 8 < 2 ? 2 : 1);
            else
                await KillAsync(undisturbed, sequence % 4 < 2 ? JournalDurability.Batched : JournalDurability.EveryEvent, ProcessEnd.Before, sequence, processes: 1);
        }

        AssertSound();
        Assert.True(_kills >= MostlyKilled(undisturbed), $"{_kills} kills at {undisturbed.Events} events");
    }

    [Fact]
    public async Task Processes_are_killed_hundreds_of_times()
    {
        var kills = 0;
        foreach (var plan in All)
            kills += MostlyKilled(await UndisturbedRun.OfAsync(plan, _directory));

        // For each of two journals.
        Assert.True(kills >= 250, $"{kills} kills");
    }

    [Theory]
    [InlineData(JournalDurability.EveryEvent)]
    [InlineData(JournalDurability.Batched)]
    public async Task Runs_that_are_killed_together_at_any_moment_are_gone_on_with(JournalDurability durability)
    {
        var all = new List<KilledRun>();
        foreach (var plan in All)
            all.Add(new(await UndisturbedRun.OfAsync(plan, _directory), $"{plan}-together"));
        for (var kill = 0; kill < 12; kill++)
        {
            using var process = KilledProcess.Start(Kind, durability, _directory, ProcessEnd.WithRuns, 0, limit: 0, all.Select(static run => (run.Plan, run.RunId)));
            _kills += await process.KillAfterAsync(_random.Next(60), TimeSpan.FromMicroseconds(_random.Next(3_000))) ? 1 : 0;
            await LeaveAsync(all, durability, _directory);
        }

        await FinishAsync(all, _directory);
        AssertSound();
        Assert.True(_kills > 0);
    }

    private void AssertSound() => Assert.True(_faults.Count == 0, string.Join("\n\n", _faults));

    // What is asked to stop may do so before it has told anything, so that not every run has as many events.
    private static int MostlyKilled(UndisturbedRun undisturbed) => undisturbed.Events * 3 / 4;

    private async Task KillAsync(UndisturbedRun undisturbed, JournalDurability durability, ProcessEnd end, int sequence, int processes)
    {
        var directory = Path.Combine(_directory, undisturbed.Plan);
        var run = new KilledRun(undisturbed, $"{undisturbed.Plan}-{end}-{sequence}");
        for (var process = 0; process < processes; process++)
        {
            using var killed = KilledProcess.Start(Kind, durability, directory, end, sequence + (process * 3), limit: 0, (run.Plan, run.RunId));
            if (!await killed.WaitAsync())
                break;
            _kills++;
            await LeaveAsync([run], durability, directory);
        }

        await FinishAsync([run], directory);
    }

    private async Task LeaveAsync(List<KilledRun> killed, JournalDurability durability, string directory)
    {
        using var runs = new KilledRuns(Kind, durability, directory);
        foreach (var run in killed)
            Note(run, await run.LeaveAsync(runs, isActedOnSafely: durability is JournalDurability.EveryEvent));
    }

    private async Task FinishAsync(List<KilledRun> killed, string directory)
    {
        using var runs = new KilledRuns(Kind, JournalDurability.Batched, directory);
        foreach (var run in killed)
            Note(run, await run.FinishAsync(runs));
    }

    private void Note(KilledRun run, string? fault)
    {
        if (fault is not null)
            _faults.Add($"{run.RunId}: {fault}");
    }
}

public sealed class JsonLinesKillTests : KillTests
{
    protected override string Kind => "jsonl";

    protected override bool RecordsOdd => true;
}

public sealed class SqliteKillTests : KillTests
{
    protected override string Kind => "sqlite";

    protected override bool RecordsOdd => false;
}
