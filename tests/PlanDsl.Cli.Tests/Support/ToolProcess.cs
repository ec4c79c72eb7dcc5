using System.Diagnostics;
using System.Runtime.InteropServices;

namespace PlanDsl.Cli.Tests;

/// <summary>The tool as a process, in a directory of a test.</summary>
internal sealed class ToolProcess : IDisposable
{
    private const int SigInt = 2;

    private readonly Process _process;

    private ToolProcess(Process process) => _process = process;

    /// <summary>Its id.</summary>
    public int Id => _process.Id;

    /// <summary>Starts it in the directory of a test.</summary>
    public static ToolProcess Start(PlanFolder folder, params string[] args) => StartIn(folder.Path, args);

    /// <summary>Starts it in the directory of a test, where no file may become larger than so many blocks of 1,024 bytes: what would go beyond is
    /// refused as by a full disk.</summary>
    public static ToolProcess StartLimited(PlanFolder folder, int blocks, params string[] args)
    {
        var start = new ProcessStartInfo("bash");
        foreach (var argument in (string[])["-c", FormattableString.Invariant($"trap '' XFSZ; ulimit -f {blocks}; exec \"$@\""), "bash", "dotnet"])
            start.ArgumentList.Add(argument);

        // The runtime has a large file of its own, in memory, for code that may be written and executed.
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        return StartAs(start, folder.Path, args);
    }

    /// <summary>Starts it in a directory.</summary>
    public static ToolProcess StartIn(string directory, params string[] args) => StartAs(new("dotnet"), directory, args);

    /// <summary>Runs it to its end in a directory as a user for whom the rights of files count, which for root they do not.</summary>
    public static async Task<ToolRun> RunOrdinarilyAsync(string directory, params string[] args)
    {
        var start = new ProcessStartInfo(Environment.IsPrivilegedProcess ? "setpriv" : "env");
        if (Environment.IsPrivilegedProcess)
            start.ArgumentList.Add("--bounding-set=-dac_override,-dac_read_search");
        start.ArgumentList.Add("dotnet");
        using var process = StartAs(start, directory, args);
        return await process.EndAsync();
    }

    private static ToolProcess StartAs(ProcessStartInfo start, string directory, string[] args)
    {
        (start.RedirectStandardOutput, start.RedirectStandardError, start.WorkingDirectory) = (true, true, directory);
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "PlanDsl.Cli.dll"));
        foreach (var arg in args)
            start.ArgumentList.Add(arg);
        return new(Process.Start(start)!);
    }

    /// <summary>Runs it to its end, and lets no file of it become large: what would go beyond is refused as by a full disk.</summary>
    /// <param name="directory">The directory.</param>
    /// <param name="limit">How large a file may become, in blocks of 1,024 bytes.</param>
    /// <param name="args">The command line.</param>
    public static async Task<ToolRun> RunLimitedAsync(string directory, long limit, params string[] args)
    {
        var start = new ProcessStartInfo("bash") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = directory };

        // The runtime has a large file of its own, in memory, for code that may be written and executed.
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        foreach (var arg in (string[])["-c", FormattableString.Invariant($"trap '' XFSZ; ulimit -f {limit}; exec \"$@\""), "bash", "dotnet", Path.Combine(AppContext.BaseDirectory, "PlanDsl.Cli.dll"), .. args])
            start.ArgumentList.Add(arg);
        using var process = new ToolProcess(Process.Start(start)!);
        return await process.EndAsync();
    }

    /// <summary>Runs it to its end.</summary>
    public static Task<ToolRun> RunAsync(PlanFolder folder, params string[] args) => RunInAsync(folder.Path, args);

    /// <summary>Runs it to its end in a directory.</summary>
    public static async Task<ToolRun> RunInAsync(string directory, params string[] args)
    {
        using var process = StartIn(directory, args);
        return await process.EndAsync();
    }

    /// <summary>Reads lines of its output until one has a text in it.</summary>
    /// <returns>That line.</returns>
    public async Task<string> ReadUntilAsync(string text)
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Contains(text, StringComparison.Ordinal))
                return line;
        }

        Assert.Fail($"The tool ended before it wrote '{text}': {await _process.StandardError.ReadToEndAsync()}");
        return "";
    }

    /// <summary>Waits for its end.</summary>
    /// <returns>What it wrote that was not read yet.</returns>
    public async Task<ToolRun> EndAsync()
    {
        var error = _process.StandardError.ReadToEndAsync();
        var output = await _process.StandardOutput.ReadToEndAsync();
        await _process.WaitForExitAsync();
        return new(_process.ExitCode, output, await error);
    }

    /// <summary>Interrupts it, as Ctrl-C does.</summary>
    public void Interrupt() => Assert.Equal(0, Signals.Send(_process.Id, SigInt));

    /// <summary>The same, whether it is still there or not.</summary>
    public bool TryInterrupt() => Signals.Send(_process.Id, SigInt) == 0;

    /// <summary>Kills it as a crash would: it does nothing any more, and what it has started lives on.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public void Dispose()
    {
        // Nothing to one that has ended.
        _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    private static class Signals
    {
        [DllImport("libc", EntryPoint = "kill")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
        public static extern int Send(int process, int signal);
    }
}
