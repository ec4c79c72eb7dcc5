using Microsoft.CodeAnalysis.CodeFixes;
using PlanDsl.Analyzers;
using PlanDsl.Generators;
using PlanDsl.Testing.Internal;

namespace PlanDsl.CodeFixes.Tests;

/// <summary>A provider among all analyzers and the generators, as in a user's editor.</summary>
internal static class Fixing
{
    public static CodeFixTest With<TProvider>()
        where TProvider : CodeFixProvider, new() => new()
        {
            Provider = new TProvider(),
            Analyzers = [new PlanAnalyzer(), new StateMachineAnalyzer(), new PlanFileAnalyzer()],
            Generators = [new PlanGenerator(), new StateMachineGenerator()],
        };

    /// <summary>A provider of fixes in plan files. Generators see none of these.</summary>
    public static CodeFixTest InFiles<TProvider>()
        where TProvider : CodeFixProvider, new() => With<TProvider>() with { Generators = [] };
}
