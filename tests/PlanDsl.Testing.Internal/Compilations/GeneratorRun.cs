using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace PlanDsl.Testing.Internal;

/// <summary>One run of generators over a compilation: what they produced, and why each of their steps ran.</summary>
public sealed class GeneratorRun
{
    private readonly GeneratorDriver _driver;
    private readonly ImmutableArray<TestFile> _files;

    private GeneratorRun(GeneratorDriver driver, CSharpCompilation input, ImmutableArray<TestFile> files)
    {
        Input = input;
        _files = files;
        _driver = driver.RunGeneratorsAndUpdateCompilation(input, out var output, out _);
        Output = (CSharpCompilation)output;
        Result = _driver.GetRunResult();
        foreach (var result in Result.Results)
        {
            if (result.Exception is { } exception)
                throw new InvalidOperationException($"{result.Generator.GetGeneratorType().Name} failed: {exception.Message}", exception);
        }
    }

    /// <summary>What the generators were given.</summary>
    public CSharpCompilation Input { get; }

    /// <summary>What they were given, with what they made.</summary>
    public CSharpCompilation Output { get; }

    /// <summary>Everything that the driver says of the run.</summary>
    public GeneratorDriverRunResult Result { get; }

    /// <summary>What the generators reported.</summary>
    public ImmutableArray<Diagnostic> Diagnostics => Result.Diagnostics;

    /// <summary>The generated sources by their hint names, ordered.</summary>
    public ImmutableSortedDictionary<string, string> Sources =>
        Result.Results.SelectMany(static result => result.GeneratedSources)
            .ToImmutableSortedDictionary(static source => source.HintName, static source => source.SourceText.ToString(), StringComparer.Ordinal);

    /// <summary>The one generated source.</summary>
    public string Source => Sources.Values.Single();

    /// <summary>Runs <paramref name="generators"/> over <paramref name="compilation"/>.</summary>
    public static GeneratorRun Of(CSharpCompilation compilation, params ReadOnlySpan<IIncrementalGenerator> generators) =>
        Of(compilation, ImmutableDictionary<string, string>.Empty, generators);

    /// <summary>Runs <paramref name="generators"/> with options of the build, such as <c>build_property.RunAnalyzers</c>.</summary>
    public static GeneratorRun Of(CSharpCompilation compilation, ImmutableDictionary<string, string> options, params ReadOnlySpan<IIncrementalGenerator> generators) =>
        Of(compilation, options, [], generators);

    /// <summary>Runs <paramref name="generators"/> with options of the build and additional files.</summary>
    public static GeneratorRun Of(
        CSharpCompilation compilation, ImmutableDictionary<string, string> options, ImmutableArray<TestFile> files, params ReadOnlySpan<IIncrementalGenerator> generators)
    {
        var sources = ImmutableArray.CreateBuilder<ISourceGenerator>();
        foreach (var generator in generators)
            sources.Add(generator.AsSourceGenerator());
        var driver = CSharpGeneratorDriver.Create(
            sources,
            additionalTexts: files,
            parseOptions: TestCompilation.ParseOptions,
            optionsProvider: new TestAnalyzerOptions(options),
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        return new(driver, compilation, files);
    }

    /// <summary>Runs the same generators again, with what they remember, over an edited compilation.</summary>
    public GeneratorRun Again(CSharpCompilation compilation) => new(_driver, compilation, _files);

    /// <summary>Runs the same generators again after the additional file at the path of <paramref name="edited"/> has become this one.</summary>
    public GeneratorRun Again(TestFile edited)
    {
        var old = _files.Single(file => file.Path == edited.Path);
        return new(_driver.ReplaceAdditionalText(old, edited), Input.Clone(), _files.Replace(old, edited));
    }

    /// <summary>Runs the same generators again over a compilation that is new but says the same.</summary>
    public GeneratorRun Again() => Again(Input.Clone());

    /// <summary>Why each output of the step with this tracking name is there, in the order of the outputs.</summary>
    public ImmutableArray<IncrementalStepRunReason> ReasonsOf(string trackingName) =>
    [
        .. Result.Results.SelectMany(static result => result.TrackedSteps)
            .Where(step => step.Key == trackingName)
            .SelectMany(static step => step.Value)
            .SelectMany(static step => step.Outputs)
            .Select(static output => output.Reason),
    ];

    /// <summary>Why each source output is there.</summary>
    public ImmutableArray<IncrementalStepRunReason> OutputReasons =>
    [
        .. Result.Results.SelectMany(static result => result.TrackedOutputSteps)
            .SelectMany(static step => step.Value)
            .SelectMany(static step => step.Outputs)
            .Select(static output => output.Reason),
    ];
}
