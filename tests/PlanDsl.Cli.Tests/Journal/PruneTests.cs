using System.Text.Json;
using PlanDsl.Testing.Internal;

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

    // Nobody can read how old they are, nor when they have ended.
    [Fact]
    public async Task Runs_whose_record_cannot_be_read_are_forgotten_where_that_is_asked()
    {
        using var runs = new RecordedRuns("runs/");
        await runs.RunAsync(SomePlans.Diamond);
        var first = Assert.Single(Directory.GetFiles(runs.Journal, "*.jsonl"));
        await runs.RunAsync(JournaledPlans.Waiting.Replace("done", Path.Combine(runs.Directory, "done"), StringComparison.Ordinal), "--let-go");
        var second = Assert.Single(Directory.GetFiles(runs.Journal, "*.jsonl"), path => path != first);
        await runs.RunAsync(SomePlans.Diamond);
        Damage(first, File.ReadAllLines(first).Length - 1);
        Damage(second, 2);

        Assert.Equal("0 runs forgotten\n", await runs.AskAsync("prune", "--older-than", "1d", "--unreadable", "--unfinished"));
        Assert.Contains("1 run would be forgotten\n", await runs.AskAsync("prune", "--older-than", "0s", "--unfinished", "--dry-run"), StringComparison.Ordinal);
        Assert.Contains("3 runs would be forgotten\n", await runs.AskAsync("prune", "--older-than", "0s", "--unfinished", "--unreadable", "--dry-run"), StringComparison.Ordinal);
        Assert.Contains("1 run forgotten\n", await runs.AskAsync("prune", "--older-than", "0s", "--unfinished"), StringComparison.Ordinal);
        Assert.Contains("2 runs forgotten\n", await runs.AskAsync("prune", "--older-than", "0s", "--unreadable"), StringComparison.Ordinal);

        Assert.Empty(Directory.GetFiles(runs.Journal, "*.jsonl"));
        Assert.Empty(Directory.GetDirectories(Path.Combine(runs.Journal, "output")));
    }

    [Fact]
    public async Task A_row_that_cannot_be_read_is_forgotten_where_that_is_asked()
    {
        using var runs = new RecordedRuns();
        await runs.RunAsync(SomePlans.Diamond);
        using (var database = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={runs.Journal};Pooling=False"))
        {
            database.Open();
            using var command = database.CreateCommand();
            command.CommandText = "UPDATE runs SET status = 'odd'";
            command.ExecuteNonQuery();
        }

        Assert.Equal("unreadable", JsonElement.Parse(await runs.AskAsync("runs", "--format", "json"))[0].GetProperty("status").GetString());
        Assert.Equal("0 runs forgotten\n", await runs.AskAsync("prune", "--older-than", "0s", "--unfinished"));
        Assert.Contains("1 run forgotten\n", await runs.AskAsync("prune", "--older-than", "0s", "--unreadable"), StringComparison.Ordinal);
        Assert.Equal("[]", (await runs.AskAsync("runs", "--format", "json")).Trim());
    }

    // What was taken over has written where it ran, which is forgotten now.
    [Theory]
    [InlineData("journal.db")]
    [InlineData("runs/")]
    public async Task What_a_run_has_taken_over_has_its_output_when_the_other_is_forgotten(string journal)
    {
        const string plan = """
            { "plan_id": "chain", "steps": [
              { "id": "fetch", "command": "sh", "args": ["-c", "echo fetched"] },
              { "id": "build", "command": "sh", "args": ["-c", "echo built"], "depends_on": ["fetch"] },
              { "id": "publish", "command": "sh", "args": ["-c", "echo published"], "depends_on": ["build"] } ] }
            """;
        using var runs = new RecordedRuns(journal);
        await runs.RunAsync(plan);
        var first = await LatestAsync(runs);
        Assert.Equal(0, (await runs.CallAsync("rerun", "latest", "--from", "build")).ExitCode);
        var second = await LatestAsync(runs);
        Assert.Equal(0, (await runs.CallAsync("rerun", "latest", "--from", "publish")).ExitCode);
        var third = await LatestAsync(runs);
        await ForgetAsync(runs, first);

        Assert.Equal("fetched\n", await runs.AskAsync("logs", second, "fetch"));
        Assert.Equal("fetched\n", await runs.AskAsync("logs", third, "fetch"));
        await ForgetAsync(runs, second);
        Assert.Equal(["fetched\n", "built\n", "published\n"], [await runs.AskAsync("logs", third, "fetch"), await runs.AskAsync("logs", third, "build"), await runs.AskAsync("logs", third, "publish")]);
        await ForgetAsync(runs, third);
        Assert.Empty(Directory.GetDirectories(journal is "runs/" ? Path.Combine(runs.Journal, "output") : runs.Journal + "-output"));
    }

    // It was created before the others, so it is as old as they are, and a moment older.
    private static async Task ForgetAsync(RecordedRuns runs, string run)
    {
        var ended = JsonElement.Parse(await runs.AskAsync("status", run, "--format", "json")).GetProperty("ended_at").GetDateTimeOffset();
        var forgotten = await ToolRun.OfAsync(new ManualTimeProvider(ended.AddTicks(1)), "prune", "--older-than", "0s", "--format", "json", "--journal", runs.Journal);
        Assert.Equal([run], JsonElement.Parse(forgotten.Output).EnumerateArray().Select(static one => one.GetProperty("run_id").GetString()));
    }

    private static async Task<string> LatestAsync(RecordedRuns runs) => JsonElement.Parse(await runs.AskAsync("status", "latest", "--format", "json")).GetProperty("run_id").GetString()!;

    private static void Damage(string record, int line)
    {
        var lines = File.ReadAllLines(record);
        lines[line] = lines[line].Replace("\"seq\"", "\"sea\"", StringComparison.Ordinal);
        File.WriteAllText(record, string.Concat(lines.Select(static text => text + "\n")));
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
