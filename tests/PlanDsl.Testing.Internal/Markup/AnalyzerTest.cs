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

    /// <summary>The additional files, their texts marked as sources are.</summary>
    public ImmutableArray<TestFile> Files { get; init; } = [];

    /// <summary>The options of the build, such as <c>build_property.ProjectDir</c>.</summary>
    public ImmutableDictionary<string, string> Options { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>What <c>[|…|]</c> stands for.</summary>
    public string DefaultId { get; init; } = "";

    /// <summary>Diagnostics that are less severe need not be marked.</summary>
    public DiagnosticSeverity MinimumSeverity { get; init; } = DiagnosticSeverity.Hidden;

    /// <summary>The ids that the project suppresses.</summary>
    public ImmutableArray<string> NoWarn { get; init; } = [];

    /// <summary>What the sources refer to.</summary>
    public ImmutableArray<MetadataReference> References { get; init; } = TestReferences.Default;

    /// <summary>Analyzes <paramref name="sources"/> and compares.</summary>
    /// <returns>What was reported, in the order of position: by file, then by span.</returns>
    public async Task<ImmutableArray<Diagnostic>> RunAsync(params string[] sources)
    {
        var marked = sources.Select(static (source, index) => (Path: TestCompilation.PathOf(index), Source: MarkedText.Parse(source)))
            .Concat(Files.Select(static file => (file.Path, Source: MarkedText.Parse(file.GetText().ToString())))).ToArray();
        ImmutableArray<TestFile> files = [.. marked.Skip(sources.Length).Select(static file => new TestFile(file.Path, file.Source.Text))];
        var diagnostics = await AnalyzeAsync(Compile([.. marked.Take(sources.Length).Select(static file => file.Source.Text)], files), files);

        var comparesRelated = marked.Any(static file => file.Source.Marks.Any(static mark => mark.Label == Related));
        var expected = marked.SelectMany(file => file.Source.Marks.Select(mark => Reported.Expected(file.Path, mark, DefaultId)));
        var actual = diagnostics.SelectMany(diagnostic => Reported.Of(diagnostic, comparesRelated ? Related : null)).Distinct();
        Reported.AssertEqual([.. expected], [.. actual], [.. marked.Select(static file => (file.Path, file.Source.Text))]);
        return diagnostics;
    }

    private CSharpCompilation Compile(string[] texts, ImmutableArray<TestFile> files)
    {
        var compilation = TestCompilation.Create(References, texts);
        compilation = compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions(
            NoWarn.Select(static id => KeyValuePair.Create(id, ReportDiagnostic.Suppress))));
        return Generators.IsEmpty ? compilation : GeneratorRun.Of(compilation, Options, files, [.. Generators]).Output;
    }

    private async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(CSharpCompilation compilation, ImmutableArray<TestFile> files)
    {
        var options = new AnalyzerOptions([.. files], new TestAnalyzerOptions(Options));
        var found = await compilation.WithAnalyzers(Analyzers, options).GetAnalyzerDiagnosticsAsync();
        return
        [
            .. found.Where(diagnostic => diagnostic.Severity >= MinimumSeverity)
                .Concat(compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity is DiagnosticSeverity.Error))
                .OrderBy(static diagnostic => diagnostic.Location.GetLineSpan().Path, StringComparer.Ordinal)
                .ThenBy(static diagnostic => diagnostic.Location.SourceSpan)
                .ThenBy(static diagnostic => diagnostic.Id, StringComparer.Ordinal),
        ];
    }
}
