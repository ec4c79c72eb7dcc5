using System.Diagnostics;

namespace PlanDsl.Cli.Tests;

/// <summary>The tool as a process.</summary>
public class ProcessTests
{
    [Fact]
    public async Task The_exit_code_is_that_of_the_run()
    {
        using var folder = new PlanFolder();

        var run = await ToolProcess.RunAsync(folder, "run", folder.Write("diamond.plan.json", SomePlans.Diamond), "--format", "jsonl", "--no-journal");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("\"type\":\"run_completed\"", run.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(folder.Path, ".plandsl")));
    }

    [Fact]
    public async Task A_file_that_is_not_there_ends_with_two_and_one_line()
    {
        using var folder = new PlanFolder();

        var run = await ToolProcess.RunAsync(folder, "run", "/nowhere/at/all.plan.json");

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("plandsl: '/nowhere/at/all.plan.json' does not exist", run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd('\n').Split('\n'));
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task The_first_interrupt_cancels_the_run_and_lets_it_end()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var folder = new PlanFolder();
        using var process = ToolProcess.Start(folder, "run", folder.Write("waits.plan.json", """
            { "plan_id": "waits", "steps": [
              { "id": "wait", "wait": { "signal": "never" } },
              { "id": "cleanup", "command": "echo", "depends_on": ["wait"], "run_when": "always" } ] }
            """), "--format", "jsonl");
        await process.ReadUntilAsync("step_waiting");

        process.Interrupt();
        var rest = await process.EndAsync();

        Assert.Equal(130, rest.ExitCode);
        Assert.Contains("\"type\":\"run_cancel_requested\"", rest.Output, StringComparison.Ordinal);
        Assert.Contains("\"type\":\"run_completed\"", rest.Output, StringComparison.Ordinal);
        Assert.Contains("\"status\":\"cancelled\"", rest.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_interrupt_ends_the_process()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var folder = new PlanFolder();

        // What cleans up reads a pipe that nobody writes to: only the second interrupt ends the run.
        var pipe = MakePipe(folder);
        using var process = ToolProcess.Start(folder, "run", folder.Write("waits.plan.json", """
            { "plan_id": "waits", "steps": [
              { "id": "wait", "wait": { "signal": "never" } },
              { "id": "cleanup", "command": "cat", "depends_on": ["wait"], "run_when": "always", "args": ["PIPE"] } ] }
            """.Replace("PIPE", pipe, StringComparison.Ordinal)), "--format", "jsonl");
        await process.ReadUntilAsync("step_waiting");
        process.Interrupt();
        await process.ReadUntilAsync("\"step_id\":\"cleanup\"");

        // What comes at once is not the second one, but what somebody has sent twice.
        var ending = process.EndAsync();
        while (!ending.IsCompleted && process.TryInterrupt())
            await Task.Yield();
        var rest = await ending;

        Assert.Equal(130, rest.ExitCode);
        Assert.Equal("plandsl: Interrupted again: the tool ends at once, and what was still to be ended or cleaned up is left as it is.\n", rest.Error);
        Assert.DoesNotContain("run_completed", rest.Output, StringComparison.Ordinal);

        // Somebody writes now, and has nothing to say: what was left behind ends too.
        await using var nothing = new FileStream(pipe, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0);
    }

    [Fact]
    public async Task A_plan_that_comes_through_a_pipe_is_read_once()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var folder = new PlanFolder();
        var pipe = MakePipe(folder);
        using var tool = ToolProcess.Start(folder, "run", pipe);
        var end = tool.EndAsync();
        await File.WriteAllTextAsync(pipe, SomePlans.Diamond);

        Assert.Equal(0, (await end).ExitCode);
    }

    private static string MakePipe(PlanFolder folder)
    {
        var path = Path.Combine(folder.Path, "pipe");
        using var made = Process.Start("mkfifo", path);
        made.WaitForExit();
        return path;
    }
}
