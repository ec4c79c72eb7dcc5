using Microsoft.CodeAnalysis.Diagnostics;

namespace PlanDsl.Generators;

/// <summary>Reads from the build whether its analyzers run; the package makes these properties visible.</summary>
internal static class AnalyzerSwitches
{
    public static bool AreOff(AnalyzerConfigOptionsProvider options, CancellationToken cancellationToken) =>
        IsFalse(options, "build_property.RunAnalyzers") || IsFalse(options, "build_property.RunAnalyzersDuringBuild");

    private static bool IsFalse(AnalyzerConfigOptionsProvider options, string property) =>
        options.GlobalOptions.TryGetValue(property, out var value) && string.Equals(value, "false", StringComparison.OrdinalIgnoreCase);
}
