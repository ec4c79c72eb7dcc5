using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PlanDsl.Testing.Internal;

namespace PlanDsl.Analyzers.Tests;

/// <summary>All analyzers over one plan file without a class.</summary>
internal static class VerifyFile
{
    public static AnalyzerTest Test { get; } = Verify.Test with { Generators = [] };

    /// <summary>Demands exactly the diagnostics that <paramref name="file"/> marks.</summary>
    /// <returns>What was reported, in the order of position.</returns>
    public static Task<ImmutableArray<Diagnostic>> RunAsync(string file) => (Test with { Files = [new("/src/test.plan.json", file)] }).RunAsync();

    /// <summary>Demands exactly the diagnostics that <paramref name="file"/> marks, with these messages.</summary>
    public static async Task ReportsAsync(string file, params string[] messages) =>
        Assert.Equal(messages, (await RunAsync(file)).Select(static diagnostic => diagnostic.GetMessage(null)));

    /// <summary>Demands that nothing is reported.</summary>
    public static Task AcceptsAsync(string file) => ReportsAsync(file);
}
