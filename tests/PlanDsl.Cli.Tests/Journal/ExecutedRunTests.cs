using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PlanDsl.Cli.Tests;

/// <summary>What the tool tells of a run that a process executes, and of one whose process has died, and what it leaves alone.</summary>
public sealed class ExecutedRunTests : IDisposable
{
    private const string Lasting = """
        { "plan_id": "lasting", "steps": [
          { "id": "first", "command": "sh", "args": ["-c", "echo first >> done"] },
          { "id": "lasts", "command": "sleep", "args": ["1000"], "depends_on": ["first"] } ] }
        """;

    private readonly PlanFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Who_executes_a_run_is_told_and_nobody_else_touches_it_until_that_process_dies()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var process = ToolProcess.Start(_folder, "run", _folder.Write("lasting.plan.json", Lasting), "--format", "jsonl");
        await process.ReadUntilAsync("\"step_id\":\"lasts\"");

        // What is told is on its way to the journal, and may not be there yet.
        while (!(await CallAsync("steps", "latest")).Output.Contains("lasts  running", StringComparison.Ordinal))
            await Task.Yield();
        var owner = $"process {process.Id} on {Environment.MachineName}";

        Assert.Contains($"  {owner}\n", await AskAsync("runs"), StringComparison.Ordinal);
        var listed = JsonElement.Parse(await AskAsync("runs", "--format", "json"))[0].GetProperty("owner");
        Assert.Contains($"\nthe run has not ended: {owner} executes it\n", await AskAsync("events", "latest"), StringComparison.Ordinal);
        Assert.Equal((process.Id, Environment.MachineName), (listed.GetProperty("process_id").GetInt32(), listed.GetProperty("host").GetString()));
        Assert.Contains($" of plan 'lasting': running, in {owner}\n", await AskAsync("status", "latest"), StringComparison.Ordinal);
        foreach (var line in (string[])["resume latest", "resume latest --allow-changed", "rerun latest --from lasts"])
        {
            var refused = await CallAsync(line.Split(' '));
            Assert.Equal((2, ""), (refused.ExitCode, refused.Output));
            Assert.Contains($" is executed by {owner}. Wait for it to end, cancel it, or end that process", refused.Error, StringComparison.Ordinal);
        }

        Assert.Equal("0 runs forgotten\n", await AskAsync("prune", "--older-than", "0s", "--unfinished"));

        await process.KillAsync();
        Assert.Matches("  unfinished  .*\n", await AskAsync("runs"));
        var status = await AskAsync("status", "latest");
        Assert.Contains(" of plan 'lasting': unfinished, and executed by nobody\n", status, StringComparison.Ordinal);
        Assert.Matches("\nsteps: 1 interrupted, 1 succeeded\ngo on with 'plandsl resume [0-9a-f]{32} --journal .*'\n$", status);
        Assert.Matches(new Regex("^lasts +interrupted +1$", RegexOptions.Multiline), await AskAsync("steps", "latest"));

        // In JSON by the same words.
        Assert.Equal("unfinished", JsonElement.Parse(await AskAsync("runs", "--format", "json"))[0].GetProperty("status").GetString());
        var told = JsonElement.Parse(await AskAsync("status", "latest", "--format", "json"));
        Assert.Equal(("unfinished", 1), (told.GetProperty("status").GetString(), told.GetProperty("steps").GetProperty("interrupted").GetInt32()));
        Assert.Equal("interrupted", JsonElement.Parse(await AskAsync("steps", "latest", "--format", "json"))[1].GetProperty("status").GetString());
        await FollowAsync();

        // With what it has left running.
        Assert.EndsWith("1 run forgotten\n", await AskAsync("prune", "--older-than", "0s", "--unfinished"), StringComparison.Ordinal);
        Assert.Equal(["first"], File.ReadAllLines(Path.Combine(_folder.Path, "done")));
    }

    [Fact]
    public async Task Of_two_who_go_on_with_a_run_at_once_one_does_and_the_other_says_who()
    {
        if (OperatingSystem.IsWindows())
            return;
        var pipe = Path.Combine(_folder.Path, "pipe");
        using (var made = Process.Start("mkfifo", pipe))
            await made.WaitForExitAsync();
        await ToolProcess.RunAsync(_folder, "run", "--let-go", _folder.Write("held.plan.json", """
            { "plan_id": "held", "steps": [ { "id": "go", "wait": { "signal": "go" } }, { "id": "hold", "command": "sh", "args": ["-c", "echo hold >> done; cat pipe"], "depends_on": ["go"] } ] }
            """));
        await AskAsync("signal", "latest", "go");
        using var first = ToolProcess.Start(_folder, "resume", "latest");
        using var second = ToolProcess.Start(_folder, "resume", "latest");
        var (firstEnd, secondEnd) = (first.EndAsync(), second.EndAsync());

        // The one that goes on reads a pipe to which nobody writes yet.
        var isFirstRefused = await Task.WhenAny(firstEnd, secondEnd) == firstEnd;
        var refused = await (isFirstRefused ? firstEnd : secondEnd);
        Assert.Equal((2, ""), (refused.ExitCode, refused.Output));
        Assert.Contains(FormattableString.Invariant($" is executed by process {(isFirstRefused ? second : first).Id} on {Environment.MachineName}. Wait for it to end"), refused.Error, StringComparison.Ordinal);

        await using (new FileStream(pipe, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0))
        {
        }

        var done = await (isFirstRefused ? secondEnd : firstEnd);
        Assert.Equal((0, ""), (done.ExitCode, done.Error));
        Assert.Equal(["hold"], File.ReadAllLines(Path.Combine(_folder.Path, "done")));
    }

    // Somebody may go on with it at any time.
    private async Task FollowAsync()
    {
        using var following = ToolProcess.Start(_folder, "events", "latest", "--follow");
        await following.ReadUntilAsync("lasts: started");
        following.Interrupt();
        var rest = await following.EndAsync();

        Assert.Equal(130, rest.ExitCode);
        Assert.Matches("^plandsl: Nobody executes run '[0-9a-f]{32}'; what happens is told when somebody goes on with it: 'plandsl resume [0-9a-f]{32}'.\n$", rest.Error);
    }

    private async Task<string> AskAsync(params string[] args)
    {
        var asked = await CallAsync(args);
        Assert.Equal((0, ""), (asked.ExitCode, asked.Error));
        return asked.Output;
    }

    private Task<ToolRun> CallAsync(params string[] args) => ToolRun.OfAsync([.. args, "--journal", Path.Combine(_folder.Path, ".plandsl", "journal.db")]);
}
