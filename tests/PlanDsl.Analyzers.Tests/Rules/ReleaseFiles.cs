using System.Reflection;

namespace PlanDsl.Analyzers.Tests;

/// <summary>The files that track which release brought which rule, of analyzers and generators; embedded.</summary>
internal static class ReleaseFiles
{
    private static readonly Assembly Assembly = typeof(ReleaseFiles).Assembly;

    /// <summary>The rows of all their tables.</summary>
    public static IEnumerable<string> Rows =>
        Assembly.GetManifestResourceNames().Where(static name => name.StartsWith("Releases.", StringComparison.Ordinal))
            .SelectMany(static name => Read(name).Split('\n', StringSplitOptions.TrimEntries))
            .Where(static line => line.StartsWith("PLAN", StringComparison.Ordinal));

    private static string Read(string name)
    {
        using var reader = new StreamReader(Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
