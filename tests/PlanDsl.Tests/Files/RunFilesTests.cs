using System.Text.Json.Nodes;

namespace PlanDsl.Tests;

/// <summary>The complete output of commands, beside the journal.</summary>
public sealed class RunFilesTests : IDisposable
{
    private const string RunId = "run-1";

    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task What_each_attempt_of_each_part_writes_is_kept_by_itself()
    {
        var files = new RunFiles(_directory.Root);
        await RunAsync(files, """
            { "plan_id": "p", "bindings": { "list": ["x", "y"] }, "steps": [
              { "id": "a", "command": "sh", "args": ["-c", "echo out; echo err >&2"] },
              { "id": "each", "for_each": "bindings.list", "command": "sh", "args": ["-c", "echo $0", "{{ item }}"] },
              { "id": "twice", "retries": 1, "command": "sh", "args": ["-c", "echo tried; false"], "fallback": { "command": "echo", "args": ["instead"] } },
              { "id": "undone", "command": "echo", "args": ["done"], "compensate": { "command": "echo", "args": ["undone"] } },
              { "id": "bad", "command": "false", "depends_on": ["a", "each", "twice", "undone"] } ] }
            """);

        Assert.Equal(
            [
                "a 1 Body stdout: out", "a 1 Body stderr: err", "each[0] 1 Body stdout: x", "each[1] 1 Body stdout: y", "twice 1 Body stdout: tried",
                "twice 2 Body stdout: tried", "twice 2 Fallback stdout: instead", "undone 1 Body stdout: done", "undone 1 Compensate stdout: undone",
            ],
            Told(files));
        Assert.Equal("out\n", File.ReadAllText(_directory[$"{RunId}/a.1.stdout"]));
        files.Delete(RunId);
        files.Delete(RunId);
        Assert.Empty(files.OutputOf(RunId));
    }

    [Fact]
    public async Task More_than_a_file_may_have_is_cut_and_marked()
    {
        var files = new RunFiles(_directory.Root) { MaxBytes = 10 };
        await RunAsync(files, """{ "plan_id": "p", "steps": [ { "id": "exact", "command": "printf", "args": ["0123456789"] }, { "id": "more", "command": "sh", "args": ["-c", "printf 0123456789; printf abc"] } ] }""");

        Assert.Equal("0123456789", File.ReadAllText(_directory[$"{RunId}/exact.1.stdout"]));
        Assert.Equal("0123456789\n[cut here: of more than 10 bytes the first are kept]\n", File.ReadAllText(_directory[$"{RunId}/more.1.stdout"]));
    }

    [Fact]
    public async Task Secrets_do_not_get_there()
    {
        var files = new RunFiles(_directory.Root);
        await RunAsync(
            files,
            """{ "plan_id": "p", "inputs": { "token": { "type": "string", "secret": true } }, "steps": [ { "id": "a", "command": "sh", "args": ["-c", "printf '<%s>' $0; printf '%s' $0 >&2", "{{ inputs.token }}"] } ] }""",
            new() { ["token"] = "hush" });

        Assert.Equal(["a 1 Body stdout: <***>", "a 1 Body stderr: ***"], Told(files));
    }

    [Fact]
    public async Task A_directory_that_cannot_be_made_is_no_reason_to_fail()
    {
        _directory.Write("taken", "");
        var outcome = await RunAsync(new(_directory["taken"]), """{ "plan_id": "p", "steps": [ { "id": "a", "command": "echo", "args": ["x"] } ] }""");

        Assert.True(outcome.Succeeded, outcome.ToString());
    }

    private static async Task<PlanOutcome> RunAsync(RunFiles files, string plan, JsonObject? inputs = null) =>
        await InterpretedPlan.Parse(plan, "p.plan.json", new() { Files = files }).Start(inputs, new() { RunId = RunId }).Completion.Soon().ConfigureAwait(false);

    private static IEnumerable<string> Told(RunFiles files) => files.OutputOf(RunId)
        .Select(static file => $"{file.StepPath} {file.Attempt} {file.Role} {(file.IsError ? "stderr" : "stdout")}: {File.ReadAllText(file.Path).TrimEnd('\n')}");
}
