using System.Text.Json;

namespace PlanDsl.Cli.Tests;

/// <summary>Runs that outlive their process: <c>plandsl run</c>, <c>signal</c>, <c>cancel</c> and <c>resume</c> by several.</summary>
public sealed class ResumeTests : IDisposable
{
    private readonly PlanFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_run_whose_process_was_killed_is_gone_on_with_by_another()
    {
        var plan = _folder.Write("waiting.plan.json", JournaledPlans.Waiting);
        using (var process = ToolProcess.Start(_folder, "run", plan, "--var", "who=me", "--max-parallel", "1", "--format", "jsonl"))
        {
            await process.ReadUntilAsync("step_waiting");
            await WhenWaitingAsync("approve");
            await process.KillAsync();
        }

        var runs = JsonElement.Parse((await CallAsync("runs", "--format", "json")).Output);
        var run = Assert.Single(runs.EnumerateArray());
        Assert.Equal(("waiting", "unfinished", false), (run.GetProperty("plan_id").GetString(), run.GetProperty("status").GetString(), run.TryGetProperty("owner", out _)));
        var id = run.GetProperty("run_id").GetString()!;
        Assert.Equal(0, (await CallAsync("signal", id[..8], "approve", """{"by":"you"}""")).ExitCode);

        // From where it was called, and not from where the run was started.
        var resumed = await CallAsync("resume", "latest", "--format", "json");

        Assert.Equal((0, ""), (resumed.ExitCode, resumed.Error));
        var root = JsonElement.Parse(resumed.Output);
        Assert.Equal((id, "succeeded"), (root.GetProperty("run_id").GetString(), root.GetProperty("status").GetString()));
        Assert.Equal(["me", "you me"], new[] { 0, 2 }.Select(step => root.GetProperty("steps")[step].GetProperty("output").GetProperty("stdout").GetString()));
        Assert.Equal(["before", "after"], Done());
        Assert.Contains($"run {id} of plan 'waiting': succeeded", (await CallAsync("status", id)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_waits_is_let_go_of_and_gone_on_with_when_the_signal_has_come()
    {
        var plan = _folder.Write("waiting.plan.json", JournaledPlans.Waiting);

        var left = await ToolProcess.RunAsync(_folder, "run", plan, "--let-go");

        Assert.Equal((0, ""), (left.ExitCode, left.Error));
        Assert.Contains("step 'approve' waits for signal 'approve'", left.Output, StringComparison.Ordinal);
        Assert.Contains("go on with 'plandsl resume", (await CallAsync("status", "latest")).Output, StringComparison.Ordinal);
        var given = await CallAsync("signal", "latest", "approve", """{"by":"you"}""");
        Assert.Contains("which nobody executes; step 'approve' waits for it. Go on with 'plandsl resume", given.Output, StringComparison.Ordinal);

        var resumed = await CallAsync("resume", "latest", "--format", "json");

        Assert.Equal((0, ""), (resumed.ExitCode, resumed.Error));
        Assert.Equal("you nobody", JsonElement.Parse(resumed.Output).GetProperty("steps")[2].GetProperty("output").GetProperty("stdout").GetString());
        Assert.Equal(["before", "after"], Done());
    }

    [Fact]
    public async Task A_run_that_still_waits_is_let_go_of_again()
    {
        await ToolProcess.RunAsync(_folder, "run", _folder.Write("waiting.plan.json", JournaledPlans.Waiting), "--let-go");

        var again = await CallAsync("resume", "latest", "--let-go");

        Assert.Equal((0, ""), (again.ExitCode, again.Error));
        Assert.Contains("step 'approve' waits for signal 'approve'", again.Output, StringComparison.Ordinal);
        var status = JsonElement.Parse((await CallAsync("status", "latest", "--format", "json")).Output);
        Assert.Equal(("unfinished", 1, "approve"), (status.GetProperty("status").GetString(), status.GetProperty("resumes").GetInt32(), status.GetProperty("waiting_for")[0].GetProperty("signal").GetString()));
        Assert.Equal(["before"], Done());
    }

    [Fact]
    public async Task What_a_killed_process_had_started_is_ended_before_the_step_starts_again()
    {
        if (!OperatingSystem.IsLinux())
            return;
        var plan = _folder.Write("lives.plan.json", """
            { "plan_id": "lives", "steps": [ { "id": "lives", "command": "sh", "args": ["-c", "if [ -e pid ]; then p=$(cat pid); if kill -0 $p 2> /dev/null && ! grep -q 'State:.Z' /proc/$p/status; then echo alive; else echo gone; fi; else echo $$ > pid.new; mv pid.new pid; exec sleep 1000; fi"] } ] }
            """);
        var pid = Path.Combine(_folder.Path, "pid");
        using (var process = ToolProcess.Start(_folder, "run", plan, "--format", "jsonl"))
        {
            await process.ReadUntilAsync("step_started");
            while (!File.Exists(pid))
                await Task.Yield();
            // What is told is on its way to the journal, and may not be there yet.
            while (!(await CallAsync("steps", "latest")).Output.Contains("lives  running", StringComparison.Ordinal))
                await Task.Yield();
            await process.KillAsync();
        }

        var resumed = await CallAsync("resume", "latest", "--format", "json");

        Assert.Equal((0, ""), (resumed.ExitCode, resumed.Error));
        var step = JsonElement.Parse(resumed.Output).GetProperty("steps")[0];
        Assert.Equal(("gone", 2), (step.GetProperty("output").GetProperty("stdout").GetString(), step.GetProperty("attempts").GetInt32()));
    }

    [Fact]
    public async Task A_signal_and_a_request_to_cancel_reach_the_process_that_executes_the_run()
    {
        var plan = _folder.Write("two.plan.json", """
            { "plan_id": "two", "steps": [ { "id": "first", "wait": { "signal": "go" } }, { "id": "second", "wait": { "signal": "never" }, "depends_on": ["first"] } ] }
            """);
        using var process = ToolProcess.Start(_folder, "run", plan, "--format", "jsonl");
        await process.ReadUntilAsync("step_waiting");
        await WhenWaitingAsync("first");

        Assert.Contains($"is given to run", (await CallAsync("signal", "latest", "go")).Output, StringComparison.Ordinal);
        await WhenWaitingAsync("second");
        var claimed = await CallAsync("resume", "latest");
        Assert.Equal(2, claimed.ExitCode);
        Assert.Contains($"is executed by process {process.Id} on", claimed.Error, StringComparison.Ordinal);
        var cancelled = await CallAsync("cancel", "latest", "--format", "json");
        var rest = await process.EndAsync();

        Assert.Equal(1, rest.ExitCode);
        Assert.Contains($"\"type\":\"run_cancel_requested\"", rest.Output, StringComparison.Ordinal);
        Assert.Contains(JsonElement.Parse(cancelled.Output).GetProperty("request_id").GetString()!, rest.Output, StringComparison.Ordinal);
        Assert.Equal("cancelled", JsonElement.Parse((await CallAsync("status", "latest", "--format", "json")).Output).GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_plan_that_has_changed_is_refused_with_what_has_changed()
    {
        var plan = _folder.Write("waiting.plan.json", JournaledPlans.Waiting);
        await ToolProcess.RunAsync(_folder, "run", plan, "--let-go");
        await CallAsync("signal", "latest", "approve", """{"by":"you"}""");

        _folder.Write("waiting.plan.json", JournaledPlans.Waiting.Replace("\"id\": \"after\"", "\"id\": \"after\", \"retries\": 1", StringComparison.Ordinal));
        var options = await CallAsync("resume", "latest");
        _folder.Write("waiting.plan.json", JournaledPlans.Waiting.Replace("echo after", "echo later", StringComparison.Ordinal));
        var arguments = await CallAsync("resume", "latest");
        _folder.Write("waiting.plan.json", JournaledPlans.Waiting.Replace("\"id\": \"before\"", "\"id\": \"earlier\"", StringComparison.Ordinal).Replace("before.stdout", "earlier.stdout", StringComparison.Ordinal).Replace("\"before\"]", "\"earlier\"]", StringComparison.Ordinal));
        var gone = await CallAsync("resume", "latest", "--allow-changed");
        _folder.Write("waiting.plan.json", JournaledPlans.Waiting.Replace("echo after", "echo later", StringComparison.Ordinal));
        var allowed = await CallAsync("resume", "latest", "--allow-changed");

        Assert.Equal(2, options.ExitCode);
        Assert.Contains("What step 'after' depends on, or its options, have changed. Put the plan back as it was, or go on with it as it is with --allow-changed.", options.Error, StringComparison.Ordinal);
        Assert.Equal(2, arguments.ExitCode);
        Assert.Contains("because 'waiting.plan.json' has changed since: not in its steps", arguments.Error, StringComparison.Ordinal);
        Assert.Equal(2, gone.ExitCode);
        Assert.Contains("Step 'before' is gone.", gone.Error, StringComparison.Ordinal);
        Assert.Contains("Step 'earlier' is new. Put the plan back as it was, or run it anew.", gone.Error, StringComparison.Ordinal);
        Assert.Equal((0, ""), (allowed.ExitCode, allowed.Error));
        Assert.Equal(["before", "later"], Done());
    }

    [Fact]
    public async Task A_plan_file_that_has_moved_is_asked_for()
    {
        var plan = _folder.Write("waiting.plan.json", JournaledPlans.Waiting);
        await ToolProcess.RunAsync(_folder, "run", plan, "--let-go");
        await CallAsync("signal", "latest", "approve", """{"by":"you"}""");
        File.Move(plan, plan + ".moved");

        var missing = await CallAsync("resume", "latest");
        var found = await CallAsync("resume", "latest", "--plan", plan + ".moved");

        Assert.Equal(2, missing.ExitCode);
        Assert.Contains($"'{plan}', is not there any more; put it back, or say where it is with --plan PLAN.json.", missing.Error, StringComparison.Ordinal);
        Assert.Equal((0, ""), (found.ExitCode, found.Error));
    }

    // What is told is on its way to the journal, and may not be there yet.
    private async Task WhenWaitingAsync(string step)
    {
        ToolRun status;
        do
            status = await CallAsync("status", "latest", "--format", "json");
        while (status.ExitCode != 0 || JsonElement.Parse(status.Output).GetProperty("waiting_for").EnumerateArray().All(wait => wait.GetProperty("step_id").GetString() != step));
    }

    private Task<ToolRun> CallAsync(params string[] args) => ToolRun.OfAsync([.. args, "--journal", Path.Combine(_folder.Path, ".plandsl", "journal.db")]);

    private string[] Done() => File.ReadAllLines(Path.Combine(_folder.Path, "done"));
}
