using System.Text.Json;

namespace PlanDsl.Cli.Tests;

/// <summary>Secrets: <c>--secret</c>, <c>--secret-env</c>, and inputs that the plan declares so.</summary>
public sealed class SecretTests
{
    // With a quote, which is spelled otherwise in JSON.
    private const string Secret = "hu\"sh-4711";

    private const string Telling = """
        {
          "plan_id": "telling", "inputs": { "token": { "type": "string" }, "who": { "type": "string", "default": "nobody" } }, "steps": [
            { "id": "plain", "command": "printf", "args": ["%s\n", "${token}"] },
            { "id": "within", "command": "printf", "args": ["<%s %s>", "{{ plain.stdout }}", "${who}"] },
            { "id": "asked", "wait": { "signal": "go" }, "depends_on": ["within"] },
            { "id": "wrong", "command": "sh", "args": ["-c", "echo $0 | tr a-z a-z >&2; echo $0; exit 3", "{{ plain.stdout }}"], "depends_on": ["asked"] } ] }
        """;

    [Theory]
    [InlineData("journal.db")]
    [InlineData("runs/")]
    public async Task A_secret_reaches_the_commands_and_nothing_that_is_written(string journal)
    {
        using var runs = new RecordedRuns(journal);
        var told = new List<ToolRun> { await runs.RunAsync(Telling, "--secret", $"token={Secret}", "--let-go", "--format", "json") };
        Assert.Equal("<*** nobody>", JsonElement.Parse(told[0].Output).GetProperty("steps")[1].GetProperty("output").GetProperty("stdout").GetString());
        Assert.Equal("<*** nobody>", JsonElement.Parse(told[0].Output).GetProperty("bindings").GetProperty("within").GetProperty("stdout").GetString());

        await runs.AskAsync("signal", "latest", "go");
        told.Add(await runs.CallAsync("resume", "latest"));
        Assert.Equal(2, told[^1].ExitCode);
        Assert.Contains("was given the secret 'token', which is not recorded; give it again: --secret-env token, or --secret NAME=VALUE.", told[^1].Error, StringComparison.Ordinal);
        told.Add(await runs.CallAsync("resume", "latest", "--format", "jsonl", "--secret", $"token={Secret}"));
        Assert.Equal(1, told[^1].ExitCode);
        foreach (var line in (string[])["status latest", "status latest --format json", "steps latest", "steps latest --format json", "events latest", "events latest --format json", "logs latest wrong", "logs latest plain --format json"])
            told.Add(await runs.CallAsync(line.Split(' ')));
        Assert.Equal(new(0, "***\n", "***\n"), told[^2]);

        Assert.All(told, static run => Assert.DoesNotContain("sh-4711", run.Output + run.Error, StringComparison.Ordinal));
        Assert.DoesNotContain("sh-4711", runs.AllBytes(), StringComparison.Ordinal);
        Assert.Contains("***", told[^1].Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_is_read_from_the_environment_and_is_no_input_that_is_shown()
    {
        using var folder = new PlanFolder();
        var plan = folder.Write("typed.plan.json", """{ "plan_id": "typed", "inputs": { "PLANDSL_TEST_NUMBER": { "type": "integer" } }, "steps": [ { "id": "a", "command": "echo", "args": ["${PLANDSL_TEST_NUMBER}"] } ] }""");

        var unset = await ToolRun.OfAsync("run", plan, "--secret-env", "PLANDSL_TEST_UNSET");
        var wrong = await ToolRun.OfAsync("run", plan, "--secret", "PLANDSL_TEST_NUMBER=hush");
        var nameless = await ToolRun.OfAsync("run", plan, "--secret", "hush");
        Environment.SetEnvironmentVariable("PLANDSL_TEST_NUMBER", "123456789012345");
        var read = await ToolRun.OfAsync("run", plan, "--secret-env", "PLANDSL_TEST_NUMBER", "--format", "json");

        Assert.Equal(new(2, "", "plandsl: --secret-env PLANDSL_TEST_UNSET: the environment variable 'PLANDSL_TEST_UNSET' is not set; set it, or give the value with --secret PLANDSL_TEST_UNSET=VALUE.\n"), unset);
        Assert.Equal(new(2, "", "plandsl: Input 'PLANDSL_TEST_NUMBER' of plan 'typed' is declared as integer. It was given a string; make the two agree.\n"), wrong);
        Assert.Equal((2, false), (nameless.ExitCode, nameless.Error.Contains("hush", StringComparison.Ordinal)));
        Assert.Equal(0, read.ExitCode);
        Assert.DoesNotContain("123456789012345", read.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_agent_command_that_comes_to_hold_a_secret_is_not_recorded_either()
    {
        using var runs = new RecordedRuns();
        var command = "sh -c 'cat > /dev/null; echo 1'";
        await runs.RunAsync("""{ "plan_id": "asking", "steps": [ { "id": "ask", "type": "agent", "agent": { "agent_id": "a", "action_id": "b" } }, { "id": "end", "command": "true", "depends_on": ["ask"] } ] }""", "--agent-command", command);

        var given = await runs.CallAsync("rerun", "latest", "--from", "end", "--secret", "token=hush", "--agent-command", $"{command} hush");
        var missing = await runs.CallAsync("rerun", "latest", "--from", "end", "--secret", "token=hush");
        var plain = await runs.CallAsync("rerun", "latest", "--from", "end", "--secret", "token=hush", "--agent-command", command);
        var again = await runs.CallAsync("rerun", "latest", "--from", "end", "--secret", "token=hush");

        Assert.Equal((0, 2, 0, 0), (given.ExitCode, missing.ExitCode, plain.ExitCode, again.ExitCode));
        Assert.DoesNotContain("hush", runs.AllBytes(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_of_a_plan_that_a_step_runs_is_none_of_the_outer_ones_to_tell()
    {
        using var runs = new RecordedRuns();
        runs.Write("""{ "plan_id": "inner", "inputs": { "token": { "type": "string", "secret": true, "default": "hush-0815" } }, "steps": [ { "id": "tell", "command": "echo", "args": ["${token}"] } ] }""", "inner.plan.json");

        var run = await runs.RunAsync("""{ "plan_id": "outer", "steps": [ { "id": "sub", "plan": "inner" }, { "id": "out", "command": "echo", "args": ["{{ sub.tell.stdout }}"] }, { "id": "bad", "command": "sh", "args": ["-c", "echo $0 >&2; exit 1", "{{ out.stdout }}"] } ] }""", "--format", "json");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("***", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("hush-0815", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("hush-0815", runs.AllBytes(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_agent_command_that_holds_a_secret_is_asked_for_again()
    {
        using var runs = new RecordedRuns();
        await runs.RunAsync(
            """{ "plan_id": "asking", "steps": [ { "id": "go", "wait": { "signal": "go" } }, { "id": "ask", "type": "agent", "agent": { "agent_id": "a", "action_id": "b" }, "depends_on": ["go"] } ] }""",
            "--let-go", "--agent-command", "sh -c 'cat > /dev/null; echo 1' hush", "--secret", "token=hush");
        await runs.AskAsync("signal", "latest", "go");

        var missing = await runs.CallAsync("resume", "latest", "--secret", "token=hush");
        var given = await runs.CallAsync("resume", "latest", "--secret", "token=hush", "--agent-command", "sh -c 'cat > /dev/null; echo 1' hush");

        Assert.Contains("holds a secret, so it is not recorded; give it again with --agent-command.", missing.Error, StringComparison.Ordinal);
        Assert.Equal((0, ""), (given.ExitCode, given.Error));
        Assert.DoesNotContain("hush", runs.AllBytes(), StringComparison.Ordinal);
    }
}
