using System.Text.Json;

namespace PlanDsl.Cli.Tests;

/// <summary>What the tool tells of runs that are recorded: <c>runs</c>, <c>status</c>, <c>steps</c>, <c>events</c>.</summary>
public sealed class RecordedRunTests
{
    private const string Mixed = """
        {
          "plan_id": "mixed", "bindings": { "list": [1, 2] }, "steps": [
            { "id": "fine", "command": "echo", "args": ["fine"] },
            { "id": "tests", "type": "parallel", "parallel": { "steps": [ { "id": "fast", "command": "true" }, { "id": "slow", "command": "true" } ] }, "depends_on": ["fine"] },
            { "id": "each", "for_each": "bindings.list", "command": "echo", "args": ["{{ item }}"], "depends_on": ["tests"] },
            { "id": "wrong", "command": "sh", "args": ["-c", "echo broken >&2; exit 3"], "depends_on": ["each"] },
            { "id": "after", "command": "true", "depends_on": ["wrong"] } ] }
        """;

    [Theory]
    [InlineData("journal.db")]
    [InlineData("runs/")]
    public async Task A_run_is_told_from_its_journal(string journal)
    {
        using var runs = new RecordedRuns(journal);
        Assert.Equal(1, (await runs.RunAsync(Mixed)).ExitCode);

        var listed = Assert.Single(JsonElement.Parse(await runs.AskAsync("runs", "--format", "json")).EnumerateArray());
        var id = listed.GetProperty("run_id").GetString()!;
        Assert.Equal(("mixed", "failed"), (listed.GetProperty("plan_id").GetString(), listed.GetProperty("status").GetString()));
        var table = (await runs.AskAsync("runs")).Split('\n');
        Assert.Matches("^RUN +PLAN +STATUS +STARTED +TOOK$", table[0]);
        Assert.Matches($"^{id}  mixed  failed  \\d{{4}}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d  ", table[1]);

        var status = JsonElement.Parse(await runs.AskAsync("status", id[..6], "--format", "json"));
        Assert.Equal((3, 1, 1), (status.GetProperty("steps").GetProperty("succeeded").GetInt32(), status.GetProperty("steps").GetProperty("failed").GetInt32(), status.GetProperty("steps").GetProperty("cancelled").GetInt32()));
        Assert.Equal(["wrong:exit_code"], status.GetProperty("errors").EnumerateArray().Select(static error => $"{error.GetProperty("step_id")}:{error.GetProperty("kind")}"));
        Assert.Equal(Path.Combine(runs.Directory, "test.plan.json"), status.GetProperty("plan").GetString());
        var text = await runs.AskAsync("status", "latest");
        Assert.StartsWith($"run {id} of plan 'mixed': failed\n", text, StringComparison.Ordinal);
        Assert.Contains("steps: 3 succeeded, 1 failed, 1 cancelled\n", text, StringComparison.Ordinal);
        Assert.Contains("error: step 'wrong': exit_code: ", text, StringComparison.Ordinal);

        var steps = JsonElement.Parse(await runs.AskAsync("steps", id, "--format", "json")).EnumerateArray().ToList();
        Assert.Equal(["fine:succeeded", "tests:succeeded", "each:succeeded", "wrong:failed", "after:cancelled"], steps.Select(static step => $"{step.GetProperty("id")}:{step.GetProperty("status")}"));
        Assert.Equal("fine", steps[0].GetProperty("output").GetProperty("stdout").GetString());
        Assert.Equal(["fast", "slow"], steps[1].GetProperty("children").EnumerateArray().Select(static step => step.GetProperty("id").GetString()));
        Assert.Equal(["each[0]", "each[1]"], steps[2].GetProperty("children").EnumerateArray().Select(static step => step.GetProperty("path").GetString()));
        var lines = (await runs.AskAsync("steps", id)).Split('\n');
        Assert.Matches("^STEP +STATUS +ATTEMPTS +TOOK$", lines[0]);
        Assert.Matches("^  each\\[1\\] +succeeded +1 ", lines[7]);
        Assert.Matches("^wrong +failed +1 .*exit_code: ", lines[8]);

        var events = JsonElement.Parse(await runs.AskAsync("events", id, "--format", "json")).EnumerateArray().ToList();
        Assert.Equal(Enumerable.Range(1, events.Count), events.Select(static happened => happened.GetProperty("seq").GetInt32()));
        Assert.Equal(("run_created", "run_completed"), (events[0].GetProperty("type").GetString(), events[^1].GetProperty("type").GetString()));
        var eachInALine = (await runs.AskAsync("events", id, "--format", "jsonl", "--follow")).TrimEnd('\n').Split('\n');
        Assert.Equal(events.Select(static happened => happened.GetProperty("seq").GetInt32()), eachInALine.Select(static line => JsonElement.Parse(line).GetProperty("seq").GetInt32()));
        Assert.Contains("  wrong: failed in ", await runs.AskAsync("events", id), StringComparison.Ordinal);
        Assert.All([await runs.AskAsync("runs"), text, await runs.AskAsync("steps", id), await runs.AskAsync("events", id)], static told => Assert.DoesNotContain('\u001b', told));
    }

    // Its steps may have the names of those of the other plan.
    [Fact]
    public async Task The_steps_of_a_plan_that_a_fallback_has_replaced_are_not_told_among_those_of_the_fallback()
    {
        using var runs = new RecordedRuns();
        runs.Write("""{ "plan_id": "first", "order": "sequential", "steps": [ { "id": "a", "command": "echo", "args": ["first"] }, { "id": "z", "command": "false" } ] }""", "first.plan.json");
        runs.Write("""{ "plan_id": "other", "order": "sequential", "steps": [ { "id": "a", "command": "echo", "args": ["other"] }, { "id": "b", "command": "true" } ] }""", "other.plan.json");
        Assert.Equal(0, (await runs.RunAsync("""{ "plan_id": "outer", "steps": [ { "id": "s", "plan": "first", "fallback": { "plan": "other" } } ] }""")).ExitCode);

        var step = Assert.Single(JsonElement.Parse(await runs.AskAsync("steps", "latest", "--format", "json")).EnumerateArray());
        Assert.Equal(["s/a succeeded", "s/b succeeded"], step.GetProperty("children").EnumerateArray().Select(static part => $"{part.GetProperty("path")} {part.GetProperty("status")}"));
        Assert.DoesNotMatch("(?m)^  z ", await runs.AskAsync("steps", "latest"));
        Assert.Equal("other\n", await runs.AskAsync("logs", "latest", "s/a"));
    }

    [Fact]
    public async Task A_run_is_named_by_as_much_of_its_id_as_tells_it_from_others()
    {
        using var runs = new RecordedRuns();
        var plan = runs.Write(SomePlans.Diamond);
        var ids = new List<string>();
        for (var run = 0; run < 17; run++)
        {
            Assert.Equal(0, (await runs.CallAsync("run", plan)).ExitCode);
            ids.Insert(0, JsonElement.Parse(await runs.AskAsync("status", "latest", "--format", "json")).GetProperty("run_id").GetString()!);
        }

        Assert.Equal(ids, JsonElement.Parse(await runs.AskAsync("runs", "--format", "json")).EnumerateArray().Select(static run => run.GetProperty("run_id").GetString()));

        // Of 17 numbers of 16 digits some two begin alike.
        var shared = ids.GroupBy(static id => id[..1]).First(static some => some.Count() > 1);
        var ambiguous = await runs.CallAsync("status", shared.Key);
        var missing = await runs.CallAsync("status", "xyz");

        Assert.Equal(2, ambiguous.ExitCode);
        Assert.StartsWith($"plandsl: '{shared.Key}' is the beginning of {shared.Count()} runs ({shared.First()}, ", ambiguous.Error, StringComparison.Ordinal);
        Assert.Equal(new(2, "", $"plandsl: There is no run 'xyz' in journal {runs.Journal}; 'plandsl runs --journal {runs.Journal}' lists those that there are, and --journal PATH names another journal.\n"), missing);
    }

    [Fact]
    public async Task The_journal_is_made_where_the_tool_is_called_and_found_from_below()
    {
        using var folder = new PlanFolder();
        var below = Directory.CreateDirectory(Path.Combine(folder.Path, "a", "b")).FullName;
        var plan = folder.Write("diamond.plan.json", SomePlans.Diamond);

        var run = await ToolProcess.RunAsync(folder, "run", plan);
        var listed = await ToolProcess.RunInAsync(below, "runs", "--format", "json");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("recorded as run ", run.Output, StringComparison.Ordinal);
        Assert.Equal("*\n", File.ReadAllText(Path.Combine(folder.Path, ".plandsl", ".gitignore")));
        Assert.Single(JsonElement.Parse(listed.Output).EnumerateArray());
    }

    [Fact]
    public async Task What_happens_is_told_while_it_happens()
    {
        using var folder = new PlanFolder();
        var plan = folder.Write("waiting.plan.json", JournaledPlans.Waiting);
        Assert.Equal(0, (await ToolProcess.RunAsync(folder, "run", plan, "--let-go")).ExitCode);
        using var following = ToolProcess.Start(folder, "events", "latest", "--follow");
        await following.ReadUntilAsync("approve: waiting for signal 'approve'");

        Assert.Equal(0, (await ToolProcess.RunAsync(folder, "signal", "latest", "approve", "{\"by\":\"you\"}")).ExitCode);
        Assert.Equal(0, (await ToolProcess.RunAsync(folder, "resume", "latest")).ExitCode);
        var rest = await following.EndAsync();

        Assert.Equal(0, rest.ExitCode);
        Assert.Contains("signal 'approve' has come", rest.Output, StringComparison.Ordinal);
        Assert.Contains("after: succeeded in ", rest.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_recorded_where_that_is_not_wanted_and_nothing_ran()
    {
        using var runs = new RecordedRuns();

        Assert.Equal(2, (await runs.RunAsync(SomePlans.Broken)).ExitCode);
        Assert.Equal(0, (await runs.RunAsync(SomePlans.Diamond, "--dry-run")).ExitCode);

        Assert.Equal(["test.plan.json"], Directory.EnumerateFileSystemEntries(runs.Directory).Select(Path.GetFileName));
    }

    // Nothing has started, whatever was about to, and nothing lies about that was not there before.
    [Theory]
    [InlineData("pretty")]
    [InlineData("jsonl")]
    [InlineData("json")]
    public async Task Of_a_run_whose_journal_cannot_be_opened_nothing_is_told_and_nothing_stays(string format)
    {
        using var runs = new RecordedRuns("other.txt");
        File.WriteAllText(runs.Journal, new string('x', 5_000));

        var run = await runs.RunAsync(SomePlans.Diamond, "--format", format);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.EndsWith($" cannot be recorded in journal {runs.Journal}: file is not a database. Keep the journal in another file.\n", run.Error, StringComparison.Ordinal);
        Assert.Equal(["other.txt", "test.plan.json"], Directory.EnumerateFileSystemEntries(runs.Directory).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("journal.db")]
    [InlineData("runs/")]
    public async Task The_last_line_of_events_says_how_the_run_has_ended(string journal)
    {
        using var runs = new RecordedRuns(journal);
        await runs.RunAsync(SomePlans.Diamond);
        Assert.Matches("\\n00:0[0-9.]+  run succeeded in [0-9.]+ m?s\\n$", await runs.AskAsync("events", "latest"));
        Assert.Matches("\\n00:0[0-9.]+  run succeeded in [0-9.]+ m?s\\n$", await runs.AskAsync("events", "latest", "--follow"));

        await runs.RunAsync(Mixed);
        Assert.Matches("\\n00:0[0-9.]+  run failed in [0-9.]+ m?s: step 'wrong': exit_code: .*\\n$", await runs.AskAsync("events", "latest"));

        await runs.RunAsync("""{ "plan_id": "waiting", "steps": [ { "id": "a", "wait": { "signal": "go" } } ] }""", "--let-go");
        Assert.Matches("\\nthe run has not ended, and nobody executes it; go on with 'plandsl resume [0-9a-f]{32} --journal .*'\\n$", await runs.AskAsync("events", "latest"));
        Assert.EndsWith("]\n", await runs.AskAsync("events", "latest", "--format", "json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_journal_that_cannot_be_written_says_so_and_nothing_runs()
    {
        using var runs = new RecordedRuns("taken/journal.db");
        File.WriteAllText(Path.Combine(runs.Directory, "taken"), "");

        var run = await runs.RunAsync("""{ "plan_id": "p", "steps": [ { "id": "a", "command": "touch", "args": ["DONE"] } ] }""".Replace("DONE", Path.Combine(runs.Directory, "done"), StringComparison.Ordinal));

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("plandsl: Run '", run.Error, StringComparison.Ordinal);
        Assert.Contains($" in journal {runs.Journal}", run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd('\n').Split('\n'));
        Assert.DoesNotContain("recorded as", run.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(runs.Directory, "done")));
    }
}
