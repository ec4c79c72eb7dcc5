using System.Text.Json;

namespace PlanDsl.Cli.Tests;

/// <summary><c>plandsl rerun</c>.</summary>
public sealed class RerunTests
{
    private const string Chain = """
        {
          "plan_id": "chain", "steps": [
            { "id": "fetch", "command": "sh", "args": ["-c", "echo fetch >> done; echo fetched"], "cwd": "HERE" },
            { "id": "other", "command": "sh", "args": ["-c", "echo other >> done"], "cwd": "HERE" },
            { "id": "build", "command": "sh", "args": ["-c", "echo build >> done; echo $0; exit 3", "{{ fetch.stdout }}"], "cwd": "HERE", "depends_on": ["other"] },
            { "id": "publish", "command": "sh", "args": ["-c", "echo publish >> done; echo $0", "{{ build.stdout }}"], "cwd": "HERE" } ] }
        """;

    [Fact]
    public async Task What_was_finished_before_the_step_is_taken_over_and_the_rest_done()
    {
        using var runs = new RecordedRuns();
        var plan = Chain.Replace("HERE", runs.Directory, StringComparison.Ordinal);
        Assert.Equal(1, (await runs.RunAsync(plan)).ExitCode);
        var first = JsonElement.Parse(await runs.AskAsync("status", "latest", "--format", "json")).GetProperty("run_id").GetString()!;
        runs.Write(plan.Replace("exit 3", "exit 0", StringComparison.Ordinal));

        var rerun = await runs.CallAsync("rerun", first, "--from", "build", "--format", "json");

        Assert.Equal((0, ""), (rerun.ExitCode, rerun.Error));
        var root = JsonElement.Parse(rerun.Output);
        Assert.Equal(["fetched", "", "fetched", "fetched"], root.GetProperty("steps").EnumerateArray().Select(static step => step.GetProperty("output").GetProperty("stdout").GetString()));
        Assert.Equal(["build", "build", "fetch", "other", "publish"], File.ReadAllLines(Path.Combine(runs.Directory, "done")).Order());
        var status = JsonElement.Parse(await runs.AskAsync("status", "latest", "--format", "json"));
        Assert.Equal((first, "succeeded", 0), (status.GetProperty("parent_run").GetString(), status.GetProperty("status").GetString(), status.GetProperty("resumes").GetInt32()));
        Assert.NotEqual(first, status.GetProperty("run_id").GetString());
        Assert.Contains($"does again a part of run {first}\n", await runs.AskAsync("status", "latest"), StringComparison.Ordinal);
        Assert.Equal("failed", JsonElement.Parse(await runs.AskAsync("status", first, "--format", "json")).GetProperty("status").GetString());

        // What was taken over has written to where it ran.
        Assert.Equal("fetched\n", await runs.AskAsync("logs", "latest", "fetch"));

        // And that one again, from its last step.
        Assert.Equal(0, (await runs.CallAsync("rerun", "latest", "--from", "publish")).ExitCode);
        Assert.Equal(["build", "build", "fetch", "other", "publish", "publish"], File.ReadAllLines(Path.Combine(runs.Directory, "done")).Order());
    }

    [Fact]
    public async Task What_cannot_be_done_again_is_refused()
    {
        using var runs = new RecordedRuns();
        var plan = Chain.Replace("HERE", runs.Directory, StringComparison.Ordinal);
        await runs.RunAsync(plan);

        Assert.Equal("plandsl: Plan 'chain' has no step 'buld'; did you mean 'build'?\n", (await runs.CallAsync("rerun", "latest", "--from", "buld")).Error);
        Assert.Equal(2, (await runs.CallAsync("rerun", "latest")).ExitCode);
        runs.Write(plan.Replace("\"id\": \"other\", \"command\": \"sh\", \"args\": [\"-c\", \"echo other >> done\"], \"cwd\"", "\"id\": \"other\", \"wait\": { \"signal\": \"go\" }, \"description\"", StringComparison.Ordinal));
        var changed = await runs.CallAsync("rerun", "latest", "--from", "build");
        Assert.Equal(2, changed.ExitCode);
        Assert.Contains("cannot be done again from step 'build' on, because plan 'chain' has changed since. Step 'other' was a command and is a wait. Begin at a step before that, or run the plan anew.", changed.Error, StringComparison.Ordinal);
    }
}
