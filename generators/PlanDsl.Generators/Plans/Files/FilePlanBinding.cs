using Microsoft.CodeAnalysis;
using PlanDsl.Compiler;

namespace PlanDsl.Generators;

/// <summary>Makes plans of plan files.</summary>
internal static class FilePlanBinding
{
    /// <summary>The plan of a file that no class names. C# has no part in it.</summary>
    public static FilePlanDraft Bind(FilePlanTarget target, PlanCatalog catalog, CancellationToken cancellationToken) =>
        new(target, FilePlanReader.Read(target.File.File, target.File.Place, catalog, cancellationToken).Spec);

    /// <summary>The plan of a file that a class names; <see langword="null"/> where the compilation no longer knows the class.</summary>
    public static FilePlanDraft? Bind(FilePlanTarget target, PlanCatalog catalog, Compilation compilation, CancellationToken cancellationToken) =>
        compilation.Assembly.GetTypeByMetadataName(target.Class!.Reference.Type) is { } type && PlanSymbols.TryCreate(compilation) is { } symbols
            ? new(target, FilePlanReader.Read(target.File.File, target.File.Place, type, symbols, catalog, cancellationToken).Spec)
            : null;
}
