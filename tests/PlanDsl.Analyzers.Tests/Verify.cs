using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PlanDsl.Generators;
using PlanDsl.Model;
using PlanDsl.Testing.Internal;

namespace PlanDsl.Analyzers.Tests;

/// <summary>All analyzers, with the generators applied, as in a user's build.</summary>
internal static class Verify
{
    public static AnalyzerTest Test { get; } = new()
    {
        Analyzers = [new PlanAnalyzer(), new StateMachineAnalyzer(), new PlanFileAnalyzer()],
        Generators = [new PlanGenerator(), new StateMachineGenerator()],
    };

    // Whoever wrote C# is told of it in the words of C#.
    private static string NamesOfPlanFiles { get; } = $@"(?<!')\b({string.Join('|', typeof(PropertyNames).GetFields()
        .Select(static field => (string)field.GetRawConstantValue()!)
        .Where(static property => property.Contains('_', StringComparison.Ordinal) && property != PropertyNames.ResultKey))})\b";

    /// <summary>Demands exactly the diagnostics that <paramref name="source"/> marks, with these messages.</summary>
    public static async Task ReportsAsync(string source, params string[] messages)
    {
        var reported = MessagesOf(await Test.RunAsync(source)).ToArray();

        Assert.Equal(messages, reported);
        Assert.All(reported, static message => Assert.DoesNotMatch(NamesOfPlanFiles, message));
    }

    /// <summary>Demands that nothing is reported of the sources but what they mark.</summary>
    public static Task AcceptsAsync(params string[] sources) => Test.RunAsync(sources);

    private static IEnumerable<string> MessagesOf(ImmutableArray<Diagnostic> diagnostics) =>
        diagnostics.Where(static diagnostic => diagnostic.Id.StartsWith("PLAN", StringComparison.Ordinal))
            .Select(static diagnostic => diagnostic.GetMessage(null));
}
