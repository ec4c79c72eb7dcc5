using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using PlanDsl.Generators;

namespace PlanDsl.Benchmarks;

/// <summary>A project of many plans as the compiler gets it: texts, references, options. A release build without documentation.</summary>
internal static class Corpus
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Latest, DocumentationMode.None);

    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary,
        optimizationLevel: OptimizationLevel.Release,
        nullableContextOptions: NullableContextOptions.Enable,
        deterministic: true);

    private static readonly ImmutableArray<MetadataReference> References =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(static path => MetadataReference.CreateFromFile(path))];

    /// <summary>All that the package brings.</summary>
    public static IEnumerable<IIncrementalGenerator> Generators => [new PlanGenerator(), new PlanServicesGenerator(), new StateMachineGenerator()];

    /// <summary>What the authors of so many plans wrote.</summary>
    public static ImmutableArray<SourceText> SourcesOf(int plans) =>
        [.. CorpusSource.Common.Concat(Enumerable.Range(0, plans).Select(CorpusSource.OfPlan)).Select(TextOf)];

    /// <summary>A text as it is read from a file.</summary>
    public static SourceText TextOf(string text) => SourceText.From(text, Encoding.UTF8);

    /// <summary>A compilation of these texts, parsed anew, by all processors, as the compiler does it.</summary>
    public static CSharpCompilation Parse(ImmutableArray<SourceText> sources)
    {
        var trees = new SyntaxTree[sources.Length];
        Parallel.For(0, trees.Length, index => trees[index] = Parse(sources[index], index));
        return CSharpCompilation.Create("Shop", trees, References, Options);
    }

    /// <summary>The text with this index as a tree.</summary>
    public static SyntaxTree Parse(SourceText source, int index) =>
        CSharpSyntaxTree.ParseText(source, ParseOptions, string.Create(CultureInfo.InvariantCulture, $"/shop/{index}.cs"));

    /// <summary>A driver that has not run yet.</summary>
    public static GeneratorDriver DriverOf(IEnumerable<IIncrementalGenerator> generators, bool isTracked = false) => CSharpGeneratorDriver.Create(
        generators.Select(static generator => generator.AsSourceGenerator()),
        parseOptions: ParseOptions,
        driverOptions: new(IncrementalGeneratorOutputKind.None, isTracked));
}
