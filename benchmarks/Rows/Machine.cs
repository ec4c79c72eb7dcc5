using System.Globalization;
using System.Runtime.InteropServices;

namespace PlanDsl.Benchmarks;

/// <summary>On what something was measured.</summary>
internal static class Machine
{
    private const double Gigabyte = 1e9;

    private const string OfLinux = "/proc/cpuinfo";

    /// <summary>The processors and the memory that this process may use, the system and the runtime.</summary>
    public static string Description => string.Create(
        CultureInfo.InvariantCulture,
        $"{Environment.ProcessorCount} processors ({Processor}, {RuntimeInformation.ProcessArchitecture}), {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / Gigabyte:0} GB of memory, {RuntimeInformation.OSDescription.Trim()}, {RuntimeInformation.FrameworkDescription}");

    private static string Processor => File.Exists(OfLinux)
        ? File.ReadLines(OfLinux).FirstOrDefault(static line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[^1].Trim() ?? "of unknown name"
        : Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER") ?? "of unknown name";
}
