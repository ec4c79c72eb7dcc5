using System.Text.Json;

namespace PlanDsl.Cli.Tests;

/// <summary><c>plandsl prune</c>.</summary>
public sealed class PruneTests
{
    [Theory]
    [InlineData("journal.db")]
    [InlineData("runs/")]
    public async Task Runs_that_have_ended_long_enough_ago_are_forgotten_with_their_files(string journal)
    {
        using var runs = new RecordedRuns(journal);
        await runs.RunAsync(SomePlans.Diamond);
        var id = JsonElement.Parse(await runs.AskAsync("status", "latest", "--format", "json")).GetProperty("run_id").GetString()!;
        await runs.RunAsync(JournaledPlans.Waiting.Replace("done", Path.Combine(runs.Directory, "done"), StringComparison.Ordinal), "--let-go");
        var files = Path.GetDirectoryName(JsonElement.Parse(await runs.AskAsync("logs", id, "fetch", "--format", "json"))[0].GetProperty("path").GetString()!)!;

        Assert.Equal("0 runs forgotten\n", await runs.AskAsync("prune", "--older-than", "1d"));
        Assert.Contains("1 run would be forgotten\n", await runs.AskAsync("prune", "--older-than", "0s", "--dry-run"), StringComparison.Ordinal);
        Assert.True(Directory.Exists(files));
        var forgotten = JsonElement.Parse(await runs.AskAsync("prune", "--older-than", "0s", "--format", "json"));

        Assert.Equal([id], forgotten.EnumerateArray().Select(static run => run.GetProperty("run_id").GetString()));
        Assert.False(Directory.Exists(files));
        Assert.Equal(["waiting"], await PlansAsync(runs));
        Assert.Equal("0 runs forgotten\n", await runs.AskAsync("prune", "--older-than", "1d", "--unfinished"));
        Assert.Contains("1 run forgotten\n", await runs.AskAsync("prune", "--older-than", "0s", "--unfinished"), StringComparison.Ordinal);
        Assert.Empty(await PlansAsync(runs));
    }

    [Theory]
    [InlineData("yesterday")]
    [InlineData("-1d")]
    [InlineData("30")]
    public async Task An_age_that_is_none_is_refused(string age)
    {
        using var runs = new RecordedRuns();
        await runs.RunAsync(SomePlans.Diamond);

        var refused = await runs.CallAsync("prune", $"--older-than={age}");

        Assert.Equal(2, refused.ExitCode);
        Assert.StartsWith($"plandsl: --older-than {age} is no length of time; write a number and its unit, such as 90m, 12h or 30d.", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_age_beyond_all_times_forgets_nothing()
    {
        using var runs = new RecordedRuns();
        await runs.RunAsync(SomePlans.Diamond);

        Assert.Equal("0 runs forgotten\n", await runs.AskAsync("prune", "--older-than", "9999999999d"));
    }

    private static async Task<IEnumerable<string?>> PlansAsync(RecordedRuns runs) =>
        JsonElement.Parse(await runs.AskAsync("runs", "--format", "json")).EnumerateArray().Select(static run => run.GetProperty("plan_id").GetString());
}
