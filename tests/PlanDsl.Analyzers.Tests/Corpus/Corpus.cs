using System.Reflection;

namespace PlanDsl.Analyzers.Tests;

/// <summary>The sources of valid plans that lie beside this file; embedded, not compiled.</summary>
internal static class Corpus
{
    private const string Prefix = "Corpus.";

    private static readonly Assembly Assembly = typeof(Corpus).Assembly;

    public static IEnumerable<string> Names { get; } =
        [.. Assembly.GetManifestResourceNames().Where(static name => name.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    public static string Read(string name)
    {
        using var reader = new StreamReader(Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
