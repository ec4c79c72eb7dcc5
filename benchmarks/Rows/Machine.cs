using System.Globalization;
using System.Runtime.InteropServices;

namespace PlanDsl.Benchmarks;

/// <summary>On what something was measured.</summary>
internal static class Machine
{
    private const double Gigabyte = 1e9;

    /// <summary>The processors and the memory that this process may use, the system and the runtime.</summary>
    public static string Description => string.Create(
        CultureInfo.InvariantCulture,
        $"{Environment.ProcessorCount} processors ({RuntimeInformation.ProcessArchitecture}), {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / Gigabyte:0} GB of memory, {RuntimeInformation.OSDescription.Trim()}, {RuntimeInformation.FrameworkDescription}");
}
