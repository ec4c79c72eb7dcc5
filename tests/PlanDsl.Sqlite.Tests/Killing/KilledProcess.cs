using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace PlanDsl.Tests;

/// <summary>A process of <see cref="KilledProgram"/>.</summary>
internal sealed class KilledProcess : IDisposable
{
    private const int SigKill = 9;

    // What is compiled beforehand lies elsewhere than what is built.
    private static readonly string Program = typeof(KilledProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static data => data.Key == "KilledProgram").Value!;

    private readonly Process _process;
    private readonly Task<string> _faults;

    private KilledProcess(Process process) => (_process, _faults) = (process, process.StandardError.ReadToEndAsync());

    public int Id => _process.Id;

    /// <summary>Starts one.</summary>
    /// <param name="kind">The kind of its journal.</param>
    /// <param name="durability">How safe an event is before a run acts on it.</param>
    /// <param name="directory">Where all is kept.</param>
    /// <param name="end">How it ends.</param>
    /// <param name="sequence">At which event it kills itself, or after how many steps on the way of its runs.</param>
    /// <param name="limit">How large a file of it may become, in blocks of 1,024 bytes; 0 for no limit. What would go beyond is refused as by a full disk.</param>
    /// <param name="runs">The runs, each with its plan.</param>
    public static KilledProcess Start(string kind, JournalDurability durability, string directory, ProcessEnd end, long sequence, int limit, params IEnumerable<(string Plan, string RunId)> runs)
    {
        var start = OtherProcess.StartOf(limit, [Program, kind, durability.ToString(), directory, end.ToString(), sequence.ToString(CultureInfo.InvariantCulture), .. runs.SelectMany(static run => new[] { run.Plan, run.RunId })]);
        start.RedirectStandardError = true;
        return new(Process.Start(start)!);
    }

    /// <summary>Waits until it ends; whether it was killed, and not because it has done all that there was to do.</summary>
    public async Task<bool> WaitAsync()
    {
        try
        {
            await _process.WaitForExitAsync().Soon().ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            _process.Kill();
            throw;
        }

        var faults = await _faults.ConfigureAwait(false);
        return _process.ExitCode switch
        {
            0 => false,
            128 + SigKill => true,
            // As Windows has it.
            -1 => true,
            var code => throw new InvalidOperationException($"The process has ended with {code}: {faults}"),
        };
    }

    /// <summary>The next line that it tells; <see langword="null"/> when it has ended.</summary>
    public Task<string?> LineAsync() => _process.StandardOutput.ReadLineAsync();

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }
}
