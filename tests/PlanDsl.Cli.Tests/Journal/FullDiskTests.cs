namespace PlanDsl.Cli.Tests;

/// <summary>Runs whose disk is full when they have failed already.</summary>
public sealed class FullDiskTests
{
    [Fact]
    public async Task Output_that_cannot_be_kept_is_marked_where_it_ends()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var runs = new RecordedRuns("runs/");
        var plan = runs.Write("""{ "plan_id": "much", "steps": [ { "id": "a", "command": "sh", "args": ["-c", "head -c 300000 /dev/zero | tr '\\0' x"] } ] }""");

        var full = await ToolProcess.RunLimitedAsync(runs.Directory, 100, "run", plan, "--journal", runs.Journal);

        Assert.Equal(0, full.ExitCode);
        var kept = await runs.AskAsync("logs", "latest", "a");
        Assert.InRange(kept.Length, 50_000, 102_400);
        Assert.EndsWith("xxx\n[cut here: the rest could not be written]\n", kept, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_fails_and_cannot_be_recorded_says_both_and_is_gone_on_with()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var runs = new RecordedRuns("runs/");
        var plan = runs.Write("""{ "plan_id": "failing", "steps": [ { "id": "a", "command": "sh", "args": ["-c", "head -c 2000 /dev/zero | tr '\\0' x >&2; exit 1"] } ] }""");
        await runs.CallAsync("run", plan);
        var record = Assert.Single(Directory.GetFiles(runs.Journal, "*.jsonl"));
        var (failedAt, end) = (File.ReadAllText(record).IndexOf("\"step_failed\"", StringComparison.Ordinal), new FileInfo(record).Length);
        File.Delete(record);

        // There is room until the step has started, and none to tell that it has failed.
        var limit = (end - 100) / 1024;
        Assert.InRange(limit * 1024, failedAt + 100, end - 100);
        var full = await ToolProcess.RunLimitedAsync(runs.Directory, limit, "run", plan, "--journal", runs.Journal);

        var id = Path.GetFileNameWithoutExtension(Assert.Single(Directory.GetFiles(runs.Journal, "*.jsonl")));
        Assert.Equal(1, full.ExitCode);
        Assert.StartsWith($"plandsl: Run '{id}' cannot be recorded in ", full.Error, StringComparison.Ordinal);
        Assert.EndsWith($"Free space there, then resume the run. What was done until then may be gone on with by 'plandsl resume {id} --journal {runs.Journal}'.\n", full.Error, StringComparison.Ordinal);
        Assert.Contains("error: step 'a': exit_code: ", full.Output, StringComparison.Ordinal);
        Assert.Contains("error: exception: Run '", full.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("recorded as run", full.Output, StringComparison.Ordinal);

        var again = await runs.CallAsync("resume", id);
        Assert.Equal((1, ""), (again.ExitCode, again.Error));
        Assert.Contains($"recorded as run {id}", again.Output, StringComparison.Ordinal);
    }
}
