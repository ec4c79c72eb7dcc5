using System.Text.Json;

namespace PlanDsl.Cli.Tests;

/// <summary><c>plandsl run</c>, told in each of its formats.</summary>
public class RunTests
{
    private const string Failing = """
        {
          "plan_id": "failing",
          "steps": [
            { "id": "fine", "command": "echo", "args": ["fine"] },
            { "id": "wrong", "command": "sh", "args": ["-c", "echo 'put it right' >&2; exit 3"], "depends_on": ["fine"], "retries": 1 },
            { "id": "after", "command": "echo", "depends_on": ["wrong"] }
          ]
        }
        """;

    [Fact]
    public async Task Json_is_one_object_with_every_step_in_declaration_order()
    {
        using var folder = new PlanFolder();

        var run = await ToolRun.OfAsync("run", folder.Write("diamond.plan.json", SomePlans.Diamond), "--format", "json");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var root = JsonElement.Parse(run.Output);
        Assert.Equal(["run_id", "plan_id", "status", "elapsed_ms", "steps", "bindings", "errors"], root.EnumerateObject().Select(static property => property.Name));
        Assert.Equal("diamond", root.GetProperty("plan_id").GetString());
        Assert.Equal("succeeded", root.GetProperty("status").GetString());
        var steps = root.GetProperty("steps").EnumerateArray().ToList();
        Assert.Equal(["fetch", "left", "right", "join"], steps.Select(static step => step.GetProperty("id").GetString()));
        Assert.All(steps, step =>
        {
            Assert.Equal(("command", "succeeded", 1, 0), (step.GetProperty("kind").GetString(), step.GetProperty("status").GetString(), step.GetProperty("attempts").GetInt32(), step.GetProperty("exit_code").GetInt32()));
            Assert.True(step.GetProperty("started_at").GetDateTimeOffset() <= step.GetProperty("ended_at").GetDateTimeOffset());
            Assert.EndsWith($"/{step.GetProperty("id").GetString()}/1", step.GetProperty("exec_id").GetString(), StringComparison.Ordinal);
        });
        Assert.Contains("      \"output\": {\n        \"exit_code\": 0,\n", run.Output, StringComparison.Ordinal);
        Assert.Equal("joined", steps[3].GetProperty("output").GetProperty("stdout").GetString());
        Assert.Equal("fetched", root.GetProperty("bindings").GetProperty("fetch").GetProperty("stdout").GetString());
        Assert.Empty(root.GetProperty("errors").EnumerateArray());
    }

    [Fact]
    public async Task A_run_that_fails_ends_with_one_and_keeps_what_succeeded()
    {
        using var folder = new PlanFolder();

        var run = await ToolRun.OfAsync("run", folder.Write("failing.plan.json", Failing), "--format", "json");

        Assert.Equal(1, run.ExitCode);
        var root = JsonElement.Parse(run.Output);
        Assert.Equal("failed", root.GetProperty("status").GetString());
        var steps = root.GetProperty("steps").EnumerateArray().ToDictionary(static step => step.GetProperty("id").GetString()!);
        Assert.Equal("fine", steps["fine"].GetProperty("output").GetProperty("stdout").GetString());
        Assert.Equal((3, 2), (steps["wrong"].GetProperty("exit_code").GetInt32(), steps["wrong"].GetProperty("attempts").GetInt32()));
        Assert.Equal("exit_code", steps["wrong"].GetProperty("error").GetProperty("kind").GetString());
        Assert.Equal("cancelled", steps["after"].GetProperty("status").GetString());
        var error = Assert.Single(root.GetProperty("errors").EnumerateArray());
        Assert.Equal(("wrong", "exit_code"), (error.GetProperty("step_id").GetString(), error.GetProperty("kind").GetString()));
        Assert.Contains("put it right", error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_members_of_a_group_are_its_children()
    {
        using var folder = new PlanFolder();

        var run = await ToolRun.OfAsync("run", folder.Write("grouped.plan.json", SomePlans.Grouped), "--format", "json");

        var steps = JsonElement.Parse(run.Output).GetProperty("steps").EnumerateArray().ToList();
        Assert.Equal(["build", "tests", "publish"], steps.Select(static step => step.GetProperty("id").GetString()));
        Assert.Equal("parallel", steps[1].GetProperty("kind").GetString());
        Assert.Equal(["fast:command:succeeded", "slow:command:succeeded"], steps[1].GetProperty("children").EnumerateArray()
            .Select(static child => $"{child.GetProperty("id").GetString()}:{child.GetProperty("kind").GetString()}:{child.GetProperty("status").GetString()}"));
    }

    [Fact]
    public async Task What_parts_have_left_is_told_with_them_also_where_the_whole_has_failed()
    {
        using var folder = new PlanFolder();
        folder.Write("inner.plan.json", """
            { "plan_id": "inner", "steps": [
              { "id": "fine", "command": "echo", "args": ["inner"] },
              { "id": "wrong", "command": "sh", "args": ["-c", "exit 3"], "depends_on": ["fine"] } ] }
            """);
        var path = folder.Write("parts.plan.json", """
            { "plan_id": "parts", "bindings": { "list": [1, 2] }, "steps": [
              { "id": "each", "for_each": "bindings.list", "command": "sh", "args": ["-c", "echo $0; test $0 = 1", "{{ item }}"], "on_failure": "continue", "max_parallel": 1 },
              { "id": "loop", "repeat_until": "iteration == 2", "max_iterations": 2, "command": "echo", "args": ["{{ previous.stdout ?? 'first' }}!"] },
              { "id": "group", "type": "parallel", "parallel": { "steps": [ { "id": "a", "command": "echo", "args": ["a"] }, { "id": "b", "command": "false" } ] }, "on_failure": "continue" },
              { "id": "outer", "plan": "inner", "on_failure": "continue" } ] }
            """);

        var run = await ToolRun.OfAsync("run", path, "--format", "json");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            [
                "each[0]:succeeded:1:0", "each[1]:failed::1", "loop#1:succeeded:first!:0", "loop#2:succeeded:first!!:0",
                "a:succeeded:a:0", "b:failed::1", "fine:succeeded:inner:0", "wrong:failed::3",
            ],
            JsonElement.Parse(run.Output).GetProperty("steps").EnumerateArray().SelectMany(static step => step.GetProperty("children").EnumerateArray()).Select(Told));

        static string Told(JsonElement part) =>
            $"{part.GetProperty("id")}:{part.GetProperty("status")}:{(part.TryGetProperty("output", out var output) ? output.GetProperty("stdout") : default)}:{part.GetProperty("exit_code")}";
    }

    [Fact]
    public async Task Half_of_a_surrogate_pair_in_an_output_is_told_as_it_was_written()
    {
        using var folder = new PlanFolder();
        var path = folder.Write("half.plan.json", """{ "plan_id": "half", "steps": [ { "id": "half", "command": "printf", "args": ["%s", "{\"\\ud83d\": \"\\ude00\"}"] } ] }""");

        var run = await ToolRun.OfAsync("run", path, "--format", "json");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("""{"\ud83d": "\ude00"}""", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_lines_are_the_events_in_order()
    {
        using var folder = new PlanFolder();

        var run = await ToolRun.OfAsync("run", folder.Write("failing.plan.json", Failing), "--format", "jsonl");

        Assert.Equal(1, run.ExitCode);
        var events = run.Output.TrimEnd('\n').Split('\n').Select(static line => JsonElement.Parse(line)).ToList();
        Assert.Equal(Enumerable.Range(1, events.Count), events.Select(static happened => happened.GetProperty("seq").GetInt32()));
        Assert.Equal("run_created", events[0].GetProperty("type").GetString());
        Assert.Equal(("run_completed", "failed"), (events[^1].GetProperty("type").GetString(), events[^1].GetProperty("status").GetString()));
        Assert.Equal(
            ["step_started", "step_retry", "step_started", "step_failed"],
            events.Where(static happened => happened.TryGetProperty("step_id", out var id) && id.GetString() is "wrong")
                .Select(static happened => happened.GetProperty("type").GetString()).Where(static type => type is not "step_waiting"));
        Assert.All(events, static happened => Assert.True(happened.GetProperty("time").GetDateTimeOffset() > DateTimeOffset.UnixEpoch && happened.GetProperty("run_id").GetString() is { Length: > 0 }));
    }

    [Fact]
    public async Task Plain_lines_hold_no_escape_code_and_end_with_a_summary()
    {
        using var folder = new PlanFolder();

        var run = await ToolRun.OfAsync("run", folder.Write("failing.plan.json", Failing));

        Assert.Equal(1, run.ExitCode);
        Assert.DoesNotContain('\u001b', run.Output);
        Assert.Contains("  wrong: attempt 2\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("1 succeeded, 1 failed, 1 cancelled\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("\ncritical path: fine (", run.Output, StringComparison.Ordinal);
        Assert.Contains("\nerror: step 'wrong': exit_code: ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plain_lines_spell_the_escape_codes_of_a_command()
    {
        using var folder = new PlanFolder();
        var path = folder.Write("red.plan.json", """{ "plan_id": "red", "steps": [ { "id": "red", "command": "sh", "args": ["-c", "printf '\\033[31mno\\nmore\\033[0m' >&2; exit 1"], "retries": 1 } ] }""");

        var run = await ToolRun.OfAsync("run", path);

        Assert.DoesNotContain('\u001b', run.Output);
        Assert.Contains("\ncritical path: red (", run.Output, StringComparison.Ordinal);
        Assert.Contains(@"\u001b[31mno more\u001b[0m", run.Output, StringComparison.Ordinal);
        Assert.Contains("\\u001b[31mno\nmore\\u001b[0m", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plain_line_tells_the_beginning_of_a_message_of_many_lines()
    {
        using var folder = new PlanFolder();
        var path = folder.Write("lines.plan.json", """{ "plan_id": "lines", "steps": [ { "id": "two", "command": "sh", "args": ["-c", "echo one >&2; echo two >&2; exit 1"] } ] }""");

        var run = await ToolRun.OfAsync("run", path);

        Assert.Matches(@"  two: failed in \d+ ms: Command 'sh' ended with exit code 1: one two\n", run.Output);
    }

    [Fact]
    public async Task Variables_reach_the_plan_with_equals_signs_in_them()
    {
        using var folder = new PlanFolder();
        var path = folder.Write("greet.plan.json", """{ "plan_id": "greet", "steps": [ { "id": "greet", "command": "echo", "args": ["${WHO}"] } ] }""");

        var run = await ToolRun.OfAsync("run", path, "--format", "json", "--var", "WHO=a=b c");

        Assert.Equal("a=b c", JsonElement.Parse(run.Output).GetProperty("bindings").GetProperty("greet").GetProperty("stdout").GetString());
    }

    [Fact]
    public async Task A_variable_that_nobody_gives_is_a_warning_beside_the_result()
    {
        using var folder = new PlanFolder();
        var path = folder.Write("greet.plan.json", """{ "plan_id": "greet", "steps": [ { "id": "greet", "command": "echo", "args": ["${WHO}"] } ] }""");

        var run = await ToolRun.OfAsync("run", path, "--format", "json");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("warning PLAN0507: ", run.Error, StringComparison.Ordinal);
        Assert.Equal("${WHO}", JsonElement.Parse(run.Output).GetProperty("bindings").GetProperty("greet").GetProperty("stdout").GetString());
    }

    [Fact]
    public async Task A_dry_run_runs_nothing()
    {
        using var folder = new PlanFolder();
        var mark = Path.Combine(folder.Path, "mark");
        var path = folder.Write("mark.plan.json", $$"""{ "plan_id": "mark", "steps": [ { "id": "mark", "command": "touch", "args": ["{{mark}}"] } ] }""");

        var pretty = await ToolRun.OfAsync("run", path, "--dry-run");
        var json = await ToolRun.OfAsync("run", path, "--dry-run", "--format", "json");

        Assert.Equal((0, 0), (pretty.ExitCode, json.ExitCode));
        Assert.EndsWith("Nothing was run.\n", pretty.Output, StringComparison.Ordinal);
        var told = JsonElement.Parse(json.Output);
        Assert.Equal(("pending", JsonValueKind.Null), (told.GetProperty("status").GetString(), told.GetProperty("run_id").ValueKind));
        var step = Assert.Single(told.GetProperty("steps").EnumerateArray());
        Assert.Equal(["id", "kind", "status", "attempts", "exec_id", "elapsed_ms"], step.EnumerateObject().Select(static property => property.Name));
        Assert.Equal(JsonValueKind.Null, step.GetProperty("exec_id").ValueKind);
        Assert.False(File.Exists(mark));
    }

    [Theory]
    [InlineData("'call': 'Nobody'", "PLAN0506")]
    [InlineData("'agent': { 'agent_id': 'x' }", "PLAN0506")]
    [InlineData("'plan': 'inner'", "PLAN0102")]
    [InlineData("'command': 'true', 'pipeline': 'p'", "names the pipeline 'p'")]
    [InlineData("'plan': 'deep'", "names the pipeline 'q'")]
    public async Task A_dry_run_refuses_what_a_run_refuses(string step, string reason)
    {
        using var folder = new PlanFolder();
        folder.Write("inner.plan.json", """{ "steps": [ { "id": "a", "command": "true", "depends_on": ["nobody"] } ] }""");
        folder.Write("deep.plan.json", """{ "steps": [ { "id": "a", "command": "true", "pipeline": "q" } ] }""");
        var path = folder.Write("outer.plan.json", $"{{ 'steps': [ {{ 'id': 'first', 'command': 'true' }}, {{ 'id': 'a', {step}, 'depends_on': ['first'] }} ] }}".Replace('\'', '"'));

        var wet = await ToolRun.OfAsync("run", path);
        var dry = await ToolRun.OfAsync("run", path, "--dry-run");

        Assert.Equal((2, ""), (wet.ExitCode, wet.Output));
        Assert.Contains(reason, wet.Error, StringComparison.Ordinal);
        Assert.Equal(wet, dry);
    }

    [Theory]
    [InlineData("--var", "WHO", "plandsl: --var WHO has no value; write --var KEY=VALUE.")]
    [InlineData("--max-parallel", "0", "plandsl: --max-parallel 0 is not a whole number of 1 or more.")]
    [InlineData("--timeout", "-1", "plandsl: --timeout -1 is not a number of seconds above 0.")]
    [InlineData("--format", "yaml", "plandsl: --format yaml is unknown; the formats are pretty, json, jsonl.")]
    [InlineData("--agent-command", "'open", "plandsl: --agent-command ''open' is no command line; quotes must be closed, and it must name a program.")]
    public async Task What_cannot_be_meant_is_one_line_and_nothing_runs(string option, string value, string message)
    {
        using var folder = new PlanFolder();

        var run = await ToolRun.OfAsync("run", folder.Write("diamond.plan.json", SomePlans.Diamond), option, value);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith(message, run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public async Task A_missing_input_is_one_line_and_nothing_runs()
    {
        using var folder = new PlanFolder();
        var path = folder.Write("greet.plan.json", """{ "plan_id": "greet", "inputs": { "WHO": { "type": "string" } }, "steps": [ { "id": "greet", "command": "echo", "args": ["${WHO}"] } ] }""");

        var run = await ToolRun.OfAsync("run", path);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Equal("plandsl: Plan 'greet' needs a value for its input 'WHO'; give it, or declare a default other than null.\n", run.Error);
    }

    [Fact]
    public async Task A_plan_that_is_not_sound_does_not_run()
    {
        using var folder = new PlanFolder();
        var path = folder.Write("broken.plan.json", SomePlans.Broken);

        var run = await ToolRun.OfAsync("run", path);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith($"{path}(5,56): error PLAN0102: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_interrupted_run_ends_cleanly_with_130()
    {
        using var folder = new PlanFolder();
        using var interrupt = new CancellationTokenSource();
        var path = folder.Write("wait.plan.json", """
            { "plan_id": "waits", "steps": [
              { "id": "wait", "wait": { "signal": "never" } },
              { "id": "cleanup", "command": "echo", "args": ["clean"], "depends_on": ["wait"], "run_when": "always" } ] }
            """);

        var running = ToolRun.OfAsync(interrupt.Token, "run", path, "--format", "json");
        await interrupt.CancelAsync();
        var run = await running;

        Assert.Equal(130, run.ExitCode);
        var root = JsonElement.Parse(run.Output);
        Assert.Equal("cancelled", root.GetProperty("status").GetString());
        Assert.Equal(["cancelled", "succeeded"], root.GetProperty("steps").EnumerateArray().Select(static step => step.GetProperty("status").GetString()));
    }

    [Fact]
    public async Task An_agent_is_the_command_that_was_given()
    {
        using var folder = new PlanFolder();
        var path = folder.Write("ask.plan.json", """{ "plan_id": "ask", "steps": [ { "id": "ask", "type": "agent", "agent": { "agent_id": "echo", "prompt": "what is asked" } } ] }""");

        var run = await ToolRun.OfAsync("run", path, "--format", "json", "--agent-command", "cat");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("what is asked", JsonElement.Parse(run.Output).GetProperty("bindings").GetProperty("ask").GetProperty("prompt").GetString());
    }
}
