using System.Text.Json;

namespace PlanDsl.Cli.Tests;

/// <summary>With what <c>plandsl resume</c> goes on, which need not be said again.</summary>
public sealed class GoneOnWithTests
{
    [Fact]
    public async Task As_many_steps_run_at_once_as_were_to()
    {
        using var runs = new RecordedRuns();
        await runs.RunAsync(
            """{ "plan_id": "pair", "steps": [ { "id": "go", "wait": { "signal": "go" } }, { "id": "a", "command": "true", "depends_on": ["go"] }, { "id": "b", "command": "true", "depends_on": ["go"] } ] }""",
            "--max-parallel", "1", "--let-go");
        await runs.AskAsync("signal", "latest", "go");

        var told = (await runs.AskAsync("resume", "latest", "--format", "jsonl")).TrimEnd().Split('\n').Select(static line => JsonElement.Parse(line)).ToList();

        Assert.Equal(
            ["step_started", "step_succeeded", "step_started", "step_succeeded"],
            told.Where(static happened => happened.TryGetProperty("step_id", out var step) && step.GetString() is "a" or "b").Select(static happened => happened.GetProperty("type").GetString()));
    }

    [Fact]
    public async Task The_time_that_a_run_may_take_goes_by_while_nobody_executes_it()
    {
        using var runs = new RecordedRuns();
        await runs.RunAsync("""{ "plan_id": "waits", "steps": [ { "id": "go", "wait": { "signal": "go" } } ] }""", "--timeout", "3600", "--let-go");

        var resumed = await ToolRun.OfAsync(new LaterClock(TimeSpan.FromHours(2)), "resume", "latest", "--let-go", "--format", "json", "--journal", runs.Journal);

        Assert.Equal((1, ""), (resumed.ExitCode, resumed.Error));
        Assert.Equal(["timeout"], JsonElement.Parse(resumed.Output).GetProperty("errors").EnumerateArray().Select(static error => error.GetProperty("kind").GetString()));
    }

    [Fact]
    public async Task The_plan_file_is_told_with_which_it_went_on_last()
    {
        using var runs = new RecordedRuns();
        const string plan = """{ "plan_id": "waits", "steps": [ { "id": "go", "wait": { "signal": "go" } } ] }""";
        await runs.RunAsync(plan, "--let-go");
        var moved = runs.Write(plan, "moved.plan.json");
        await runs.AskAsync("resume", "latest", "--plan", moved, "--let-go");

        Assert.Contains($"\nplan file {moved}\n", await runs.AskAsync("status", "latest"), StringComparison.Ordinal);
        Assert.Equal(moved, JsonElement.Parse(await runs.AskAsync("status", "latest", "--format", "json")).GetProperty("plan").GetString());
    }

    // What a process was starting when it was killed holds its claims for a moment more.
    [Fact]
    public async Task A_claim_of_a_process_that_has_ended_is_waited_for()
    {
        using var runs = new RecordedRuns("runs/");
        await runs.RunAsync("""{ "plan_id": "waits", "steps": [ { "id": "go", "wait": { "signal": "go" } } ] }""", "--let-go");
        var id = Path.GetFileNameWithoutExtension(Assert.Single(Directory.GetFiles(runs.Journal, "*.jsonl")));
        var claims = Directory.CreateDirectory(Path.Combine(runs.Journal, "claims")).FullName;
        var held = new[] { $"{id}.lock", "dead.process" }.Select(name => new FileStream(Path.Combine(claims, name), FileMode.Create, FileAccess.ReadWrite, FileShare.None)).ToList();
        await File.WriteAllTextAsync(Path.Combine(claims, $"{id}.owner"), $$"""{"presence":"dead","process_id":{{int.MaxValue}},"host":{{JsonSerializer.Serialize(Environment.MachineName)}}}""");
        Assert.Contains($"in process {int.MaxValue} on ", await runs.AskAsync("status", id), StringComparison.Ordinal);

        var resumed = await ToolRun.OfAsync(new LookingClock(() => held.ForEach(static file => file.Dispose())), "resume", id, "--let-go", "--journal", runs.Journal);

        Assert.Equal((0, ""), (resumed.ExitCode, resumed.Error));
        Assert.True(held.TrueForAll(static file => !file.CanRead));
    }

    // Does something when a claim is about to be looked at again.
    private sealed class LookingClock(Action look) : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime == TimeSpan.FromMilliseconds(10))
                look();
            return base.CreateTimer(callback, state, dueTime, period);
        }
    }

    [Fact]
    public async Task A_file_of_a_plan_that_a_step_runs_may_not_have_changed_either()
    {
        using var runs = new RecordedRuns();
        const string inner = """{ "plan_id": "inner", "steps": [ { "id": "tell", "command": "echo", "args": ["before"] } ] }""";
        runs.Write(inner, "inner.plan.json");
        await runs.RunAsync("""{ "plan_id": "outer", "steps": [ { "id": "go", "wait": { "signal": "go" } }, { "id": "sub", "plan": "inner", "depends_on": ["go"] } ] }""", "--let-go");
        await runs.AskAsync("signal", "latest", "go");
        runs.Write(inner.Replace("before", "later", StringComparison.Ordinal), "inner.plan.json");

        var refused = await runs.CallAsync("resume", "latest");
        var allowed = await runs.CallAsync("resume", "latest", "--allow-changed");

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("cannot be resumed, because 'inner.plan.json' has changed since: ", refused.Error, StringComparison.Ordinal);
        Assert.EndsWith(" Put it back as it was, or go on with it as it is with --allow-changed.\n", refused.Error, StringComparison.Ordinal);
        Assert.Equal((0, ""), (allowed.ExitCode, allowed.Error));
        Assert.Equal("later\n", await runs.AskAsync("logs", "latest", "sub/tell"));
    }

    [Fact]
    public async Task A_directory_that_is_there_is_a_journal_of_lines()
    {
        using var runs = new RecordedRuns("runs");
        Directory.CreateDirectory(runs.Journal);

        Assert.Equal(0, (await runs.RunAsync(SomePlans.Diamond)).ExitCode);

        Assert.Single(Directory.EnumerateFiles(runs.Journal, "*.jsonl"));
        Assert.Contains("  diamond  succeeded  ", await runs.AskAsync("runs"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_whose_journal_fails_on_the_way_ends_with_one_and_says_how_to_go_on()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var folder = new PlanFolder();
        var steps = Enumerable.Range(0, 5).Select(static step => $$"""{ "id": "s{{step}}", "command": "sh", "args": ["-c", "echo {{step}} >> done; head -c 20000 /dev/zero | tr '\\0' x"]{{(step == 0 ? "" : $", \"depends_on\": [\"s{step - 1}\"]")}} }""");
        var plan = folder.Write("large.plan.json", $$"""{ "plan_id": "large", "steps": [ {{string.Join(", ", steps)}} ] }""");

        // No file may become larger than what three steps leave.
        using var limited = ToolProcess.StartLimited(folder, 64, "run", plan, "--journal", "runs/");
        var failed = await limited.EndAsync();

        Assert.Equal(1, failed.ExitCode);
        Assert.Matches("^plandsl: Run '[0-9a-f]{32}' cannot be recorded in .* Free space there, then resume the run. What was done until then may be gone on with by 'plandsl resume [0-9a-f]{32} --journal runs/'.\n$", failed.Error);
        var resumed = await ToolProcess.RunAsync(folder, "resume", "latest", "--journal", "runs/");
        Assert.Equal((0, ""), (resumed.ExitCode, resumed.Error));
        var done = File.ReadAllLines(Path.Combine(folder.Path, "done"));
        Assert.Equal(["0", "1", "2", "3", "4"], done.Distinct());

        // What had room is not done again.
        Assert.Equal(["0", "1"], done.Where(step => done.Count(other => other == step) == 1).Take(2));
    }

    private sealed class LaterClock(TimeSpan later) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + later;
    }
}
