using System.Text.Json;

namespace PlanDsl.Cli.Tests;

/// <summary>What <c>plandsl resume</c> says where a secret is not there any more that a plan which a step runs reads of the environment.</summary>
public sealed class MissingSecretTests : IDisposable
{
    private const string Variable = "PLANDSL_TEST_MISSING_TOKEN";

    private readonly RecordedRuns _runs = new();

    public MissingSecretTests() => _runs.Write(
        """{ "plan_id": "inner", "inputs": { "token": { "type": "string", "secret": true, "from_env": "PLANDSL_TEST_MISSING_TOKEN" } }, "steps": [ { "id": "a", "command": "true", "env": { "T": "{{ inputs.token }}" } } ] }""", "inner.plan.json");

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(Variable, null);
        _runs.Dispose();
    }

    [Fact]
    public async Task A_run_is_refused_before_anything_begins_in_it()
    {
        var events = await LeaveAsync("");

        var refused = await _runs.CallAsync("resume", "latest");

        Assert.Equal((2, ""), (refused.ExitCode, refused.Output));
        Assert.Matches($"^plandsl: Run '[0-9a-f]{{32}}' had a value for input 'token' of plan 'inner' when it was started, which is secret and so not recorded. Set the environment variable '{Variable}' as it was, and resume the run.\n$", refused.Error);
        Assert.Equal(events, await _runs.AskAsync("events", "latest"));

        Environment.SetEnvironmentVariable(Variable, "other");
        await _runs.AskAsync("resume", "latest");
    }

    [Theory]
    [InlineData("pretty")]
    [InlineData("json")]
    public async Task A_run_that_turns_out_to_need_it_is_told_to_be_unfinished(string format)
    {
        await LeaveAsync(""", "condition": "bindings.yes" """);

        var left = await _runs.CallAsync("resume", "latest", "--format", format);

        Assert.Equal(1, left.ExitCode);
        Assert.Contains($"Set the environment variable '{Variable}' as it was, and resume the run.", left.Error, StringComparison.Ordinal);
        if (format == "json")
            Assert.Equal("unfinished", JsonElement.Parse(left.Output).GetProperty("status").GetString());
        else
            Assert.Contains("\nouter unfinished in ", left.Output, StringComparison.Ordinal);
        Assert.Contains("  unfinished  ", await _runs.AskAsync("runs"), StringComparison.Ordinal);
    }

    private async Task<string> LeaveAsync(string options)
    {
        Environment.SetEnvironmentVariable(Variable, "hush");
        var run = await _runs.RunAsync(
            $$"""{ "plan_id": "outer", "bindings": { "yes": true }, "steps": [ { "id": "w", "wait": { "signal": "go" } }, { "id": "s", "plan": "inner", "depends_on": ["w"]{{options}} } ] }""", "--let-go");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        await _runs.AskAsync("signal", "latest", "go");
        Environment.SetEnvironmentVariable(Variable, null);
        return await _runs.AskAsync("events", "latest");
    }
}
