using System.Collections.Immutable;

namespace PlanDsl.Testing.Internal;

/// <summary>What an editor has open: sources, and plan files beside them.</summary>
/// <param name="Sources">The sources, at the paths of <see cref="TestCompilation.PathOf"/>.</param>
/// <param name="Files">The texts of the plan files, at the paths of <see cref="PathOf"/>.</param>
public sealed record CodeAndFiles(ImmutableArray<string> Sources, ImmutableArray<string> Files)
{
    /// <summary>The path of the file with this index.</summary>
    public static string PathOf(int index) => $"/src/test{index}.plan.json";
}
