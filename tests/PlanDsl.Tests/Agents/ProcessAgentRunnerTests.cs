using System.Text.Json;

namespace PlanDsl.Tests;

public sealed class ProcessAgentRunnerTests
{
    private static readonly AgentRequest Request = new()
    {
        RunId = "run-1",
        StepId = "review",
        ExecId = "run-1/review/2",
        IdempotencyKey = "run-1/review",
        Attempt = 2,
        AgentId = "reviewer",
        ActionId = "review_diff",
        Prompt = "Read \"this\"\nand say é.",
        With = JsonElement.Parse("""{ "diff": ["+a", "-b"] }"""),
    };

    [Fact]
    public async Task An_agent_reads_its_request_and_writes_its_result()
    {
        var result = await new ProcessAgentRunner("cat").RunAsync(Request, default).Soon();

        Assert.True(JsonElement.DeepEquals(result, JsonElement.Parse("""
            {
              "run_id": "run-1", "step_id": "review", "exec_id": "run-1/review/2", "idempotency_key": "run-1/review", "attempt": 2,
              "agent_id": "reviewer", "action_id": "review_diff", "prompt": "Read \"this\"\nand say é.", "with": {"diff": ["+a", "-b"]}
            }
            """)));
    }

    [Fact]
    public async Task What_is_not_given_is_null_and_the_request_is_one_line()
    {
        var bare = Request with { ActionId = null, Prompt = null, With = null };

        var result = await new ProcessAgentRunner("sh -c 'read line; cat; echo \"$line\"'").RunAsync(bare, default).Soon();

        Assert.Equal(JsonValueKind.Null, result.GetProperty("with").ValueKind);
        Assert.Equal(JsonValueKind.Null, result.GetProperty("prompt").ValueKind);
        Assert.Equal(JsonValueKind.Null, result.GetProperty("action_id").ValueKind);
    }

    [Fact]
    public async Task An_agent_may_leave_its_request_unread_and_its_result_may_be_long()
    {
        var result = await new ProcessAgentRunner("sh", ["-c", "printf '\"'; head -c 1000000 /dev/zero | tr '\\0' x; echo '\"'"]).RunAsync(Request, default).Soon();

        Assert.Equal(1_000_000, result.GetString()!.Length);
    }

    // An agent has no cwd and no env that could be corrected.
    [Theory]
    [InlineData("/nowhere/agent", "Command '/nowhere/agent' does not exist (working directory '{0}'). Correct the path, which is relative to that directory.")]
    [InlineData("no-such-agent", "Command 'no-such-agent' was not found on the PATH (working directory '{0}'). Install it, correct the PATH, or write './no-such-agent' for a file of that directory.")]
    public async Task A_program_that_is_not_there_is_a_failure_that_names_what_an_agent_has(string program, string message)
    {
        var fault = await Assert.ThrowsAnyAsync<InvalidOperationException>(() => new ProcessAgentRunner(program, []) { WorkingDirectory = Path.GetTempPath() }.RunAsync(Request, default).Soon());

        Assert.Equal(message.Replace("{0}", Path.GetFullPath(Path.GetTempPath()), StringComparison.Ordinal), fault.Message);
    }

    [Theory]
    [InlineData("sh -c 'echo Sure, here is the JSON'", "Agent 'reviewer' (command 'sh') has to write its result to its standard output as one JSON value, and nothing else. What it wrote is none: it does not begin as one.")]
    [InlineData("true", "Agent 'reviewer' (command 'true') has to write its result to its standard output as one JSON value, and nothing else. What it wrote is none: it is empty.")]
    public async Task What_is_no_JSON_value_is_a_failure_that_says_so(string commandLine, string message)
    {
        var fault = await Assert.ThrowsAsync<InvalidDataException>(() => new ProcessAgentRunner(commandLine).RunAsync(Request, default).Soon());

        Assert.Equal(message, fault.Message);
        Assert.Equal(FailureKind.Exception, StepError.Of(fault, "step").Kind);
    }

    [Fact]
    public async Task An_exit_code_and_a_missing_command_fail_with_their_kinds()
    {
        var failed = await Assert.ThrowsAsync<ExitCodeException>(() => new ProcessAgentRunner("sh -c 'echo no key >&2; exit 2'").RunAsync(Request, default).Soon());
        var missing = await Assert.ThrowsAnyAsync<InvalidOperationException>(() => new ProcessAgentRunner("./no-such-agent").RunAsync(Request, default).Soon());

        Assert.Equal((2, "Command 'sh' ended with exit code 2: no key"), (failed.ExitCode, failed.Message));
        Assert.Equal(FailureKind.NotFound, StepError.Of(missing, "step").Kind);
    }

    [Fact]
    public async Task It_runs_in_its_working_directory_and_ends_when_cancelled()
    {
        using var directory = new TempDirectory();
        var fifo = await Fifo.CreateAsync(directory, "up");
        using var cancellation = new CancellationTokenSource();
        var up = fifo.ReadToEndAsync();

        var run = new ProcessAgentRunner("sh -c 'echo up > up; sleep 100'") { WorkingDirectory = directory.Root }.RunAsync(Request, cancellation.Token);
        Assert.Equal("up\n", await up.Soon());
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.Soon());
    }

    [Fact]
    public void A_line_without_a_program_is_refused()
    {
        Assert.Throws<ArgumentException>(static () => new ProcessAgentRunner(" "));
        Assert.Throws<ArgumentException>(static () => new ProcessAgentRunner("'' x"));
        Assert.Throws<ArgumentException>(static () => new ProcessAgentRunner("", []));
    }
}
