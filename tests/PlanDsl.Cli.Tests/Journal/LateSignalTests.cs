using System.Text.Json;

namespace PlanDsl.Cli.Tests;

/// <summary>What the tool says of signals for which no step waits: none does any more, none does yet, or none ever will.</summary>
public sealed class LateSignalTests
{
    private const string Bounded = """{ "plan_id": "bounded", "steps": [ { "id": "ask", "wait": { "signal": "approve", "timeout_sec": 60 } } ] }""";

    private static readonly DateTimeOffset Begun = new(2030, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Theory]
    [InlineData("journal.db")]
    [InlineData("runs/")]
    public async Task A_signal_for_a_wait_whose_deadline_has_passed_is_refused_with_what_to_do(string journal)
    {
        using var runs = new RecordedRuns(journal);
        var id = await LeaveAsync(runs);
        var late = new StandingClock(Begun.AddMinutes(2));

        Assert.Equal(
            new(2, "", $"plandsl: Step 'ask' of run '{id}' has waited for signal 'approve' until 2030-01-02 03:05:05, which has passed, so the signal would not be taken. 'plandsl resume {id} --journal {runs.Journal}' ends the step by its timeout; 'plandsl rerun {id} --from ask --journal {runs.Journal}' waits for it anew, in a new run.\n"),
            await CallAsync(runs, late, "signal", "latest", "approve"));
        Assert.Equal(2, (await CallAsync(runs, late, "signal", "latest", "approve", "--format", "json")).ExitCode);

        var status = await CallAsync(runs, late, "status", "latest");
        Assert.Contains("step 'ask' has waited for signal 'approve' since 2030-01-02 03:04:05, until 2030-01-02 03:05:05, which has passed\n", status.Output, StringComparison.Ordinal);
        var told = JsonElement.Parse((await CallAsync(runs, late, "status", "latest", "--format", "json")).Output);
        Assert.True(told.GetProperty("waiting_for")[0].GetProperty("deadline_passed").GetBoolean());
        Assert.Empty(told.GetProperty("pending_requests").EnumerateArray());

        var resumed = await CallAsync(runs, late, "resume", "latest");
        Assert.Equal(1, resumed.ExitCode);
        Assert.Contains("error: step 'ask': timeout: ", resumed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signal_that_was_given_in_time_counts_whenever_the_run_goes_on()
    {
        using var runs = new RecordedRuns();
        await LeaveAsync(runs);
        Assert.Equal(0, (await CallAsync(runs, new StandingClock(Begun.AddSeconds(50)), "signal", "latest", "approve")).ExitCode);
        var late = new StandingClock(Begun.AddHours(2));

        var status = await CallAsync(runs, late, "status", "latest");
        Assert.Contains("step 'ask' has waited for signal 'approve' since 2030-01-02 03:04:05, until 2030-01-02 03:05:05 at most\nsignal 'approve', given at 2030-01-02 03:04:55, waits to be taken\n", status.Output, StringComparison.Ordinal);
        Assert.False(JsonElement.Parse((await CallAsync(runs, late, "status", "latest", "--format", "json")).Output).GetProperty("waiting_for")[0].TryGetProperty("deadline_passed", out _));

        Assert.Equal(0, (await CallAsync(runs, late, "resume", "latest")).ExitCode);
    }

    // The tool refuses it. Others may give it, or the deadline may pass while it is given.
    [Theory]
    [InlineData("journal.db")]
    [InlineData("runs/")]
    public async Task One_that_was_given_too_late_is_told_as_that(string journal)
    {
        using var runs = new RecordedRuns(journal);
        var id = await LeaveAsync(runs);
        var late = new StandingClock(Begun.AddMinutes(2));
        IPlanJournal asked = journal.EndsWith('/') ? new JsonLinesJournal(runs.Journal, new() { TimeProvider = late }) : new Sqlite.SqliteJournal(runs.Journal, new() { TimeProvider = late });
        await asked.RequestAsync(id, new RunSignalRequest("approve"));
        (asked as IDisposable)?.Dispose();

        var status = await CallAsync(runs, late, "status", "latest");
        Assert.Contains("which has passed\nsignal 'approve', given at 2030-01-02 03:06:05, came too late for step 'ask', and is kept for one that waits for it later\n", status.Output, StringComparison.Ordinal);
        Assert.True(JsonElement.Parse((await CallAsync(runs, late, "status", "latest", "--format", "json")).Output).GetProperty("pending_requests")[0].GetProperty("too_late").GetBoolean());

        Assert.Equal(1, (await CallAsync(runs, late, "resume", "latest")).ExitCode);
    }

    [Fact]
    public async Task Before_the_deadline_it_is_told_until_when()
    {
        using var runs = new RecordedRuns();
        await LeaveAsync(runs);

        var status = await CallAsync(runs, new StandingClock(Begun.AddSeconds(10)), "status", "latest");

        Assert.Contains("step 'ask' has waited for signal 'approve' since 2030-01-02 03:04:05, until 2030-01-02 03:05:05 at most; give it with ", status.Output, StringComparison.Ordinal);
    }

    // The name stands in what is recorded of the plan, also of those that it runs.
    [Theory]
    [InlineData("journal.db")]
    [InlineData("runs/")]
    public async Task A_signal_for_which_no_step_ever_waits_is_refused(string journal)
    {
        using var runs = new RecordedRuns(journal);
        runs.Write("""{ "plan_id": "inner", "steps": [ { "id": "w", "wait": { "signal": "release" } } ] }""", "inner.plan.json");
        runs.Write("""{ "plan_id": "spare", "steps": [ { "id": "w", "wait": { "signal": "rescue" } } ] }""", "spare.plan.json");
        var plan = runs.Write("""
            { "plan_id": "outer", "steps": [
              { "id": "ask", "wait": { "signal": "approve" } }, { "id": "sub", "plan": "inner", "depends_on": ["ask"] },
              { "id": "last", "command": "true", "fallback": { "plan": "spare" }, "depends_on": ["sub"] } ] }
            """, "outer.plan.json");
        Assert.Equal(0, (await runs.CallAsync("run", plan, "--let-go")).ExitCode);
        var id = JsonElement.Parse(await runs.AskAsync("status", "latest", "--format", "json")).GetProperty("run_id").GetString();

        Assert.Equal(new(2, "", $"plandsl: No step of run '{id}' ever waits for a signal 'aprove'; did you mean 'approve'?\n"), await runs.CallAsync("signal", "latest", "aprove"));
        Assert.Equal(new(2, "", $"plandsl: No step of run '{id}' ever waits for a signal 'quite_another'; the signals that it takes are 'approve', 'release', 'rescue'.\n"), await runs.CallAsync("signal", "latest", "quite_another"));
        Assert.Empty(JsonElement.Parse(await runs.AskAsync("status", "latest", "--format", "json")).GetProperty("pending_requests").EnumerateArray());

        foreach (var name in (string[])["release", "rescue"])
            Assert.Equal($"signal '{name}' is kept for run {id}, which nobody executes; no step waits for it yet, and it is kept for the first that does. Go on with 'plandsl resume {id} --journal {runs.Journal}'\n", await runs.AskAsync("signal", "latest", name));
    }

    [Fact]
    public async Task A_plan_without_waits_takes_no_signal()
    {
        using var folder = new PlanFolder();
        var journal = Path.Combine(folder.Path, ".plandsl", "journal.db");
        using var process = ToolProcess.Start(folder, "run", folder.Write("lasting.plan.json", """{ "plan_id": "lasting", "steps": [ { "id": "lasts", "command": "sleep", "args": ["1000"] } ] }"""), "--format", "jsonl");
        await process.ReadUntilAsync("step_started");

        // What is told is on its way to the journal, and may not be there yet.
        while ((await ToolRun.OfAsync("status", "latest", "--journal", journal)).ExitCode != 0)
            await Task.Yield();

        var refused = await ToolRun.OfAsync("signal", "latest", "approve", "--journal", journal);

        Assert.Equal(2, refused.ExitCode);
        Assert.Matches("^plandsl: No step of run '[0-9a-f]{32}' ever waits for a signal\\.\n$", refused.Error);
    }

    // By the time at which that is told the step has ended.
    [Fact]
    public async Task A_signal_that_was_taken_at_once_is_told_with_the_step_that_has_taken_it()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var folder = new PlanFolder();
        var journal = Path.Combine(folder.Path, ".plandsl", "journal.db");
        using var process = ToolProcess.Start(folder, "run", folder.Write("waits.plan.json", """
            { "plan_id": "waits", "steps": [ { "id": "ask", "wait": { "signal": "approve" } }, { "id": "lasts", "command": "sleep", "args": ["1000"] } ] }
            """), "--format", "jsonl");
        await process.ReadUntilAsync("step_waiting");
        while (!(await ToolRun.OfAsync("status", "latest", "--journal", journal)).Output.Contains("has waited for signal", StringComparison.Ordinal))
            await Task.Yield();

        var told = await ToolRun.OfAsync("signal", "latest", "approve", "--journal", journal);

        Assert.Equal(0, told.ExitCode);
        Assert.Matches($"^signal 'approve' is given to run [0-9a-f]{{32}} in process {process.Id} on .*; step 'ask' (waits for it|has taken it)\n$", told.Output);
        process.Interrupt();
        await process.EndAsync();
    }

    private static async Task<string> LeaveAsync(RecordedRuns runs)
    {
        Assert.Equal(0, (await CallAsync(runs, new StandingClock(Begun), "run", runs.Write(Bounded), "--let-go")).ExitCode);
        return JsonElement.Parse(await runs.AskAsync("status", "latest", "--format", "json")).GetProperty("run_id").GetString()!;
    }

    private static Task<ToolRun> CallAsync(RecordedRuns runs, TimeProvider time, params string[] args) => ToolRun.OfAsync(time, [.. args, "--journal", runs.Journal]);

    /// <summary>Says when it is. Timers go as everywhere.</summary>
    private sealed class StandingClock(DateTimeOffset now) : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

        public override DateTimeOffset GetUtcNow() => now;
    }
}
