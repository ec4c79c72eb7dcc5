using System.Text.Json;

namespace PlanDsl.Cli.Tests;

/// <summary><c>plandsl logs</c>.</summary>
public sealed class LogsTests
{
    private const string Loud = """
        {
          "plan_id": "loud", "bindings": { "list": ["x", "y"] }, "steps": [
            { "id": "both", "command": "sh", "args": ["-c", "echo out; echo err >&2"] },
            { "id": "again", "retries": 1, "on_failure": "continue", "command": "sh", "args": ["-c", "echo tried >> tries; wc -l < tries; false"], "cwd": "HERE" },
            { "id": "each", "for_each": "bindings.list", "command": "echo", "args": ["{{ item }}"] },
            { "id": "quiet", "command": "true" } ] }
        """;

    [Fact]
    public async Task What_a_command_wrote_is_written_to_where_it_wrote_it()
    {
        using var runs = new RecordedRuns();
        Assert.Equal(0, (await runs.RunAsync(Loud.Replace("HERE", runs.Directory, StringComparison.Ordinal))).ExitCode);

        Assert.Equal(new(0, "out\n", "err\n"), await runs.CallAsync("logs", "latest", "both"));
        Assert.Equal(new(0, "out\n", ""), await runs.CallAsync("logs", "latest", "both", "--stdout"));
        Assert.Equal(new(0, "", "err\n"), await runs.CallAsync("logs", "latest", "both", "--stderr"));
        Assert.Equal(new(0, "", ""), await runs.CallAsync("logs", "latest", "quiet"));
        Assert.Equal("2", (await runs.AskAsync("logs", "latest", "again")).Trim());
        Assert.Equal("1", (await runs.AskAsync("logs", "latest", "again", "--attempt", "1")).Trim());
        Assert.Equal(["== again, attempt 1, standard output", "1", "== again, attempt 2, standard output", "2"], (await runs.AskAsync("logs", "latest", "again", "--all")).TrimEnd().Split('\n').Select(static line => line.Trim()));
        Assert.Equal("y\n", await runs.AskAsync("logs", "latest", "each[1]"));
        var json = JsonElement.Parse(await runs.AskAsync("logs", "latest", "both", "--format", "json")).EnumerateArray().ToList();
        Assert.Equal(["both 1 stdout out\n", "both 1 stderr err\n"], json.Select(static file => $"{file.GetProperty("step_id")} {file.GetProperty("attempt")} {file.GetProperty("stream")} {file.GetProperty("text")}"));
        Assert.Equal("out\n", File.ReadAllText(json[0].GetProperty("path").GetString()!));
    }

    [Fact]
    public async Task A_step_may_have_as_long_a_name_as_any()
    {
        using var runs = new RecordedRuns();
        var (first, second) = (new string('a', 255) + "x", new string('a', 255) + "y");
        Assert.Equal(0, (await runs.RunAsync($$"""{ "plan_id": "long", "steps": [ { "id": "{{first}}", "command": "echo", "args": ["x"] }, { "id": "{{second}}", "command": "echo", "args": ["y"] } ] }""")).ExitCode);

        Assert.Equal("x\n", await runs.AskAsync("logs", "latest", first));
        Assert.Equal("y\n", await runs.AskAsync("logs", "latest", second));
    }

    [Fact]
    public async Task A_step_that_there_is_not_is_told_with_what_there_is()
    {
        using var runs = new RecordedRuns();
        Assert.Equal(0, (await runs.RunAsync(Loud.Replace("HERE", runs.Directory, StringComparison.Ordinal))).ExitCode);

        Assert.EndsWith("has no step 'bot'; did you mean 'both'?\n", (await runs.CallAsync("logs", "latest", "bot")).Error, StringComparison.Ordinal);
        Assert.Equal("plandsl: Step 'each' consists of others, which write each by itself; name one, such as 'each[0]', 'each[1]'.\n", (await runs.CallAsync("logs", "latest", "each")).Error);
        Assert.Contains("has been attempted 1 time; name one of these attempts", (await runs.CallAsync("logs", "latest", "both", "--attempt", "2")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_written_is_there_while_the_command_runs()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var folder = new PlanFolder();
        using var process = ToolProcess.Start(folder, "run", folder.Write("slow.plan.json", """{ "plan_id": "slow", "steps": [ { "id": "slow", "command": "sh", "args": ["-c", "echo begun; touch begun; sleep 1000"] } ] }"""), "--format", "jsonl");
        await process.ReadUntilAsync("step_started");

        ToolRun logs;
        do
            logs = await ToolRun.OfAsync("logs", "latest", "slow", "--journal", Path.Combine(folder.Path, ".plandsl", "journal.db"));
        while (logs.Output.Length == 0);

        Assert.Equal(new(0, "begun\n", ""), logs);
        process.Interrupt();
        Assert.Equal(130, (await process.EndAsync()).ExitCode);
    }
}
