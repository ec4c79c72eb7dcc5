using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PlanDsl.Compiler;

namespace PlanDsl.Analyzers;

/// <summary>The plan files among the additional files of a project. Thread-safe.</summary>
internal sealed class PlanFileTexts
{
    private readonly Func<AdditionalText, PlanFileText?> _read;
    private readonly Dictionary<string, AdditionalText> _byPath = new(StringComparer.Ordinal);

    /// <param name="options">What the compiler is given beside the sources.</param>
    /// <param name="read">Reads a file, or knows it already.</param>
    public PlanFileTexts(AnalyzerOptions options, Func<AdditionalText, PlanFileText?> read)
    {
        _read = read;
        Files = [.. options.AdditionalFiles.Where(static file => PlanFilePlace.IsPlanFile(file.Path))];
        foreach (var file in Files)
            _byPath[file.Path] = file;
        ProjectDirectory = ValueOf(options, "build_property.ProjectDir");
        RootNamespace = ValueOf(options, "build_property.RootNamespace");
    }

    /// <summary>The files.</summary>
    public ImmutableArray<AdditionalText> Files { get; }

    /// <summary>The directory of the project; the empty string where that is not known.</summary>
    public string ProjectDirectory { get; }

    /// <summary>The namespace of classes that are declared for files; the empty string where that is not known.</summary>
    public string RootNamespace { get; }

    /// <summary>The plan file at <paramref name="path"/>; <see langword="null"/> where there is none, and where it cannot be read, which the
    /// compiler says.</summary>
    public PlanFileText? Find(string path) => _byPath.TryGetValue(path, out var file) ? _read(file) : null;

    /// <summary>Where a file belongs.</summary>
    public PlanFilePlace PlaceOf(PlanFileText text) => new(text.Path, ProjectDirectory, RootNamespace);

    private static string ValueOf(AnalyzerOptions options, string property) =>
        options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue(property, out var value) ? value : "";
}
