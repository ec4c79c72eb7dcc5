using System.Diagnostics;
using System.Runtime.InteropServices;

namespace PlanDsl.Cli.Tests;

/// <summary>The tool as a process.</summary>
public class ProcessTests
{
    [Fact]
    public async Task The_exit_code_is_that_of_the_run()
    {
        using var folder = new PlanFolder();
        using var process = Start("run", folder.Write("diamond.plan.json", SomePlans.Diamond), "--format", "jsonl");

        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.Equal(0, process.ExitCode);
        Assert.Contains("\"type\":\"run_completed\"", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_ends_with_two_and_one_line()
    {
        using var process = Start("run", "/nowhere/at/all.plan.json");

        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.Equal(2, process.ExitCode);
        Assert.StartsWith("plandsl: '/nowhere/at/all.plan.json' does not exist", error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public async Task The_first_interrupt_cancels_the_run_and_lets_it_end()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var folder = new PlanFolder();
        using var process = Start("run", folder.Write("waits.plan.json", """
            { "plan_id": "waits", "steps": [
              { "id": "wait", "wait": { "signal": "never" } },
              { "id": "cleanup", "command": "echo", "depends_on": ["wait"], "run_when": "always" } ] }
            """), "--format", "jsonl");
        await ReadUntilAsync(process, "step_waiting");

        Interrupt(process);
        var rest = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.Equal(130, process.ExitCode);
        Assert.Contains("\"type\":\"run_cancel_requested\"", rest, StringComparison.Ordinal);
        Assert.Contains("\"type\":\"run_completed\"", rest, StringComparison.Ordinal);
        Assert.Contains("\"status\":\"cancelled\"", rest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_interrupt_ends_the_process()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var folder = new PlanFolder();

        // What cleans up reads a pipe that nobody writes to: only the second interrupt ends the run.
        var pipe = MakePipe(folder);
        using var process = Start("run", folder.Write("waits.plan.json", """
            { "plan_id": "waits", "steps": [
              { "id": "wait", "wait": { "signal": "never" } },
              { "id": "cleanup", "command": "cat", "depends_on": ["wait"], "run_when": "always", "args": ["PIPE"] } ] }
            """.Replace("PIPE", pipe, StringComparison.Ordinal)), "--format", "jsonl");
        await ReadUntilAsync(process, "step_waiting");
        Interrupt(process);
        await ReadUntilAsync(process, "\"step_id\":\"cleanup\"");

        Interrupt(process);
        var rest = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.Equal(130, process.ExitCode);
        Assert.DoesNotContain("run_completed", rest, StringComparison.Ordinal);

        // Somebody writes now, and has nothing to say: what was left behind ends too.
        await using var nothing = new FileStream(pipe, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0);
    }

    private static Process Start(params string[] args)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "PlanDsl.Cli.dll"));
        foreach (var arg in args)
            start.ArgumentList.Add(arg);
        return Process.Start(start)!;
    }

    private static async Task ReadUntilAsync(Process process, string text)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Contains(text, StringComparison.Ordinal))
                return;
        }

        Assert.Fail($"The tool ended before it wrote '{text}'.");
    }

    private static void Interrupt(Process process) => Assert.Equal(0, Signals.Send(process.Id, 2));

    private static string MakePipe(PlanFolder folder)
    {
        var path = Path.Combine(folder.Path, "pipe");
        using var made = Process.Start("mkfifo", path);
        made.WaitForExit();
        return path;
    }

    private static class Signals
    {
        [DllImport("libc", EntryPoint = "kill")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
        public static extern int Send(int process, int signal);
    }
}
