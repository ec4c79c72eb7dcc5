using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace PlanDsl.Testing.Internal;

/// <summary>What the compilations of tests refer to: the platform that the tests run on, and PlanDsl itself.</summary>
public static class TestReferences
{
    /// <summary>The assemblies of the platform.</summary>
    public static ImmutableArray<MetadataReference> Platform { get; } =
        [.. TrustedPlatformAssemblies().Where(static path => !IsPlanDsl(path)).Select(static path => MetadataReference.CreateFromFile(path))];

    /// <summary>The platform, and what a project that references the package sees.</summary>
    public static ImmutableArray<MetadataReference> Default { get; } =
    [
        .. Platform,
        MetadataReference.CreateFromFile(typeof(PlanAttribute).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(Model.PlanModel).Assembly.Location),
    ];

    private static string[] TrustedPlatformAssemblies() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);

    // A test's own dependencies are in the list as well; whoever wants them says so.
    private static bool IsPlanDsl(string path) =>
        Path.GetFileName(path).StartsWith("PlanDsl", StringComparison.Ordinal);
}
