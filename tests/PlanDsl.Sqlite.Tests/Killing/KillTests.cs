using Xunit.Abstractions;

namespace PlanDsl.Tests;

/// <summary>Runs whose processes are killed (SIGKILL), one after the other, and that others go on with: nothing that is recorded is lost or
/// done again, and they come to what they would have come to undisturbed.</summary>
public abstract class KillTests(ITestOutputHelper output)
{
    public static TheoryData<string> Plans => [.. KilledPlans.All];

    protected abstract string Kind { get; }

    [Theory]
    [MemberData(nameof(Plans))]
    public async Task A_run_that_is_killed_at_any_of_its_events_is_gone_on_with(string plan)
    {
        var report = await Kills.AtEventsAsync(Kind, plan);

        output.WriteLine(report.ToString());
        report.AssertSound();
        Assert.True(report.Kills > 0);
    }

    [Theory]
    [InlineData(JournalDurability.EveryEvent)]
    [InlineData(JournalDurability.Batched)]
    public async Task Runs_that_are_killed_together_at_any_moment_are_gone_on_with(JournalDurability durability)
    {
        var report = await Kills.AtAnyMomentAsync(Kind, durability);

        output.WriteLine(report.ToString());
        report.AssertSound();
        Assert.True(report.Kills > 0);
    }
}

public sealed class JsonLinesKillTests(ITestOutputHelper output) : KillTests(output)
{
    protected override string Kind => Kills.JsonLines;
}

public sealed class SqliteKillTests(ITestOutputHelper output) : KillTests(output)
{
    protected override string Kind => Kills.Sqlite;
}

public sealed class KillCountTests(ITestOutputHelper output)
{
    // Those of the other tests: each is killed once, whoever asks for it first.
    [Fact]
    public async Task At_least_500_processes_are_killed()
    {
        var reports = await Task.WhenAll(Kills.All);

        foreach (var report in reports)
            output.WriteLine(report.ToString());
        Assert.InRange(reports.Sum(static report => report.Kills), 500, int.MaxValue);
    }
}
