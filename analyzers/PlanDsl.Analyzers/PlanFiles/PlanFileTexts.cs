using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace PlanDsl.Analyzers;

/// <summary>Reads the plan files among the additional files of a project. A text is read once, however often the code beside it
/// changes. Thread-safe.</summary>
/// <param name="start">The compilation.</param>
internal sealed class PlanFileTexts(CompilationStartAnalysisContext start)
{
    private const string Ending = ".plan.json";

    private static readonly AdditionalTextValueProvider<PlanFileText?> Texts = new(PlanFileText.TryRead);

    /// <summary>The plan file that <paramref name="file"/> is; <see langword="null"/> for other files, and where it cannot be read,
    /// which the compiler says.</summary>
    public PlanFileText? Read(AdditionalText file) =>
        file.Path.EndsWith(Ending, StringComparison.OrdinalIgnoreCase) && start.TryGetValue(file, Texts, out var text) ? text : null;
}
