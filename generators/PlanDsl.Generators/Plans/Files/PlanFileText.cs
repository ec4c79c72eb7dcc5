using Microsoft.CodeAnalysis;
using PlanDsl.Compiler;

namespace PlanDsl.Generators;

/// <summary>A plan file as it lies there.</summary>
/// <param name="Place">Where it belongs.</param>
/// <param name="Text">What stands in it.</param>
internal sealed record PlanFileText(PlanFilePlace Place, string Text)
{
    /// <summary>The text of a file; <see langword="null"/> for one that cannot be read, of which the compiler tells.</summary>
    public static PlanFileText? Of(AdditionalText file, PlanProject project, CancellationToken cancellationToken) =>
        file.GetText(cancellationToken) is { } text
            ? new(new(file.Path, project.Directory, project.RootNamespace), text.ToString())
            : null;
}
