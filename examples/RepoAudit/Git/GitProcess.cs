using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace RepoAudit;

/// <summary>One git child process, read as a stream of NUL-separated fields.</summary>
internal static class GitProcess
{
    private const int LongestComplaint = 2_000;

    public static async IAsyncEnumerable<string> ReadFieldsAsync(
        DirectoryInfo directory,
        IEnumerable<string> arguments,
        [EnumeratorCancellation] CancellationToken ct)
    {
        // To start a process takes a while, and blocks.
        using var process = await Task.Run(() => Start(directory, arguments), ct);
        using var killer = ct.UnsafeRegister(static state => Kill((Process)state!), process);
        try
        {
            // Drained while we read: a git that fills the error pipe would wait for us for ever.
            var complaint = DrainAsync(process.StandardError);
            await foreach (var field in NulSeparated.ReadAsync(process.StandardOutput.BaseStream, ct))
                yield return field;

            await process.WaitForExitAsync(ct);
            ct.ThrowIfCancellationRequested();
            if (process.ExitCode != 0)
                throw new GitException(Reason(await complaint) ?? $"git ended with exit code {process.ExitCode}");
        }
        finally
        {
            Kill(process);
        }
    }

    private static Process Start(DirectoryInfo directory, IEnumerable<string> arguments)
    {
        // An audited repository is not trusted: its configuration may name a program to run as file system monitor.
        var start = new ProcessStartInfo("git", ["--no-pager", "-c", "core.fsmonitor=false", .. arguments])
        {
            WorkingDirectory = directory.FullName,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["LC_ALL"] = "C", ["GIT_OPTIONAL_LOCKS"] = "0", ["GIT_TERMINAL_PROMPT"] = "0" },
        };
        try
        {
            var process = Process.Start(start)!;
            process.StandardInput.Close();
            return process;
        }
        catch (Win32Exception e)
        {
            throw new GitException("git could not be started; is it installed?", e);
        }
    }

    private static void Kill(Process process)
    {
        try
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            // It ended by itself in the meantime.
        }
    }

    private static async Task<string> DrainAsync(StreamReader reader)
    {
        var buffer = new char[LongestComplaint];
        var kept = await reader.ReadBlockAsync(buffer);
        var rest = new char[LongestComplaint];
        while (await reader.ReadAsync(rest) > 0)
        {
        }

        return new string(buffer, 0, kept);
    }

    private static string? Reason(string complaint)
    {
        const string Fatal = "fatal: ";
        var lines = complaint.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines.FirstOrDefault(line => line.StartsWith(Fatal, StringComparison.Ordinal))?[Fatal.Length..]
            ?? lines.FirstOrDefault();
    }
}
