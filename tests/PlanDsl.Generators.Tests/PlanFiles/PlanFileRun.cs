using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PlanDsl.Testing.Internal;

namespace PlanDsl.Generators.Tests;

/// <summary>Runs the generators of plans over plan files in a project at <c>/src</c>, whose root namespace is <c>Shop</c>.</summary>
internal static class PlanFileRun
{
    private const string Directory = "/src/";

    public static ImmutableDictionary<string, string> Options { get; } = ImmutableDictionary<string, string>.Empty
        .Add("build_property.ProjectDir", Directory)
        .Add("build_property.RootNamespace", "Shop");

    public static TestFile File(string name, string text) => new(Directory + name, text);

    public static GeneratorRun Of(ImmutableArray<TestFile> files, params ReadOnlySpan<string> sources) =>
        GeneratorRun.Of(TestCompilation.Create(sources), Options, files, new PlanGenerator());

    /// <summary>The same where analyzers are switched off, so that invalid plans are reported.</summary>
    public static GeneratorRun WithoutAnalyzers(ImmutableArray<TestFile> files, params ReadOnlySpan<string> sources) =>
        GeneratorRun.Of(TestCompilation.Create(sources), Options.Add("build_property.RunAnalyzers", "false"), files, new PlanGenerator());

    /// <summary>How many source outputs had to be made again.</summary>
    public static int ReEmitted(this GeneratorRun run) => run.OutputReasons.Count(static reason => reason is not IncrementalStepRunReason.Cached);
}
