using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace PlanDsl.Testing.Internal;

/// <summary>Runs analyzers over marked sources, with the generators applied as in a build, and demands exactly the
/// diagnostics that are marked: <c>{|PLAN0101:…|}</c> for each of the analyzers and generators, <c>{|CS0246:…|}</c> for
/// each error of the compiler, and <c>{|related:…|}</c>, where the test uses it, for each additional location.</summary>
public sealed record AnalyzerTest
{
    private const string Related = "related";

    /// <summary>The analyzers.</summary>
    public required ImmutableArray<DiagnosticAnalyzer> Analyzers { get; init; }

    /// <summary>The generators whose output the analyzers see.</summary>
    public ImmutableArray<IIncrementalGenerator> Generators { get; init; } = [];

    /// <summary>What <c>[|…|]</c> stands for.</summary>
    public string DefaultId { get; init; } = "";

    /// <summary>Diagnostics that are less severe need not be marked.</summary>
    public DiagnosticSeverity MinimumSeverity { get; init; } = DiagnosticSeverity.Hidden;

    /// <summary>The ids that the project suppresses.</summary>
    public ImmutableArray<string> NoWarn { get; init; } = [];

    /// <summary>What the sources refer to.</summary>
    public ImmutableArray<MetadataReference> References { get; init; } = TestReferences.Default;

    /// <summary>Analyzes <paramref name="sources"/> and compares.</summary>
    /// <returns>What was reported, in the order of position: by source, then by span.</returns>
    public async Task<ImmutableArray<Diagnostic>> RunAsync(params string[] sources)
    {
        var marked = sources.Select(MarkedText.Parse).ToArray();
        var diagnostics = await AnalyzeAsync(Compile([.. marked.Select(static source => source.Text)]));

        var comparesRelated = marked.Any(static source => source.Marks.Any(static mark => mark.Label == Related));
        var expected = marked.SelectMany((source, index) => source.Marks.Select(mark => Reported.Expected(index, mark, DefaultId)));
        var actual = diagnostics.SelectMany(diagnostic => Reported.Of(diagnostic, comparesRelated ? Related : null)).Distinct();
        Reported.AssertEqual([.. expected], [.. actual], [.. marked.Select(static source => source.Text)]);
        return diagnostics;
    }

    private CSharpCompilation Compile(string[] texts)
    {
        var compilation = TestCompilation.Create(References, texts);
        compilation = compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions(
            NoWarn.Select(static id => KeyValuePair.Create(id, ReportDiagnostic.Suppress))));
        return Generators.IsEmpty ? compilation : GeneratorRun.Of(compilation, [.. Generators]).Output;
    }

    private async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(CSharpCompilation compilation)
    {
        var options = new AnalyzerOptions([], new TestAnalyzerOptions(ImmutableDictionary<string, string>.Empty));
        var found = await compilation.WithAnalyzers(Analyzers, options).GetAnalyzerDiagnosticsAsync();
        return
        [
            .. found.Where(diagnostic => diagnostic.Severity >= MinimumSeverity)
                .Concat(compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity is DiagnosticSeverity.Error))
                .OrderBy(static diagnostic => diagnostic.Location.SourceTree?.FilePath, StringComparer.Ordinal)
                .ThenBy(static diagnostic => diagnostic.Location.SourceSpan)
                .ThenBy(static diagnostic => diagnostic.Id, StringComparer.Ordinal),
        ];
    }
}
