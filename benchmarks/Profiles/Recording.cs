using System.Diagnostics;
using System.Globalization;

namespace PlanDsl.Benchmarks;

/// <summary>One side of a row, run by a process of its own, which <c>perf</c> (of Linux) looks at two thousand times a second of each processor
/// that it keeps busy.</summary>
/// <param name="Runs">What the process says of itself.</param>
/// <param name="Shares">Which share of what was seen belongs to which group.</param>
internal sealed record Recording(Runs Runs, IReadOnlyDictionary<string, double> Shares)
{
    private const string SamplesPerSecond = "1999";

    // Separated by tabulators: the share, the samples, the library, the symbol.
    private const int Fields = 4;

    public static async Task<Recording> OfAsync(string row, bool isPlan, double seconds)
    {
        var directory = Directory.CreateTempSubdirectory("plandsl-perf-");
        try
        {
            var (commands, answers, data) = (Path.Combine(directory.FullName, "commands"), Path.Combine(directory.FullName, "answers"), Path.Combine(directory.FullName, "data"));
            await RunAsync("mkfifo", commands, answers);
            var said = await RunAsync(
                "perf",
                ["record", "-q", "-e", "cpu-clock", "-F", SamplesPerSecond, "-D", "-1", $"--control=fifo:{commands},{answers}", "-o", data, "--", "dotnet", typeof(Recording).Assembly.Location, "profile", row, isPlan ? "plan" : "other", seconds.ToString(CultureInfo.InvariantCulture), commands, answers]);
            var runs = Runs.FromLine(said.TrimEnd().Split('\n')[^1]);
            var seen = await RunAsync("perf", "report", "-i", data, "--no-children", "--sort", "dso,symbol", "-n", "--stdio", "-w", "0,0", "--field-separator", "\t");
            File.Delete(Path.Combine(Path.GetTempPath(), $"perf-{runs.ProcessId}.map"));
            File.Delete(Path.Combine(Path.GetTempPath(), $"perfinfo-{runs.ProcessId}.map"));
            return new(runs, SharesOf(seen));
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private static Dictionary<string, double> SharesOf(string report)
    {
        var samples = (from line in report.Split('\n')
                       where !line.StartsWith('#')
                       let fields = line.Split('\t', Fields)
                       where fields.Length == Fields
                       select (Group: SymbolGroup.Of(fields[2].Trim(), fields[3].Trim()), Count: double.Parse(fields[1], CultureInfo.InvariantCulture))).ToArray();
        var all = samples.Sum(static sample => sample.Count);
        return samples.GroupBy(static sample => sample.Group).ToDictionary(static group => group.Key, group => group.Sum(static sample => sample.Count) / all);
    }

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true };

        // Names for methods that were compiled, and code in memory that perf takes for what it is.
        start.Environment["DOTNET_PerfMapEnabled"] = "1";
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"'{program} {arguments[0]}' has failed: {output}");
    }
}
