using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using PlanDsl.Analyzers;
using PlanDsl.Testing.Internal;

namespace PlanDsl.Cli.Tests;

/// <summary>What a build says of plan files, in the lines that <c>plandsl validate</c> prints.</summary>
internal static class BuildFindings
{
    public static async Task<string[]> LinesOfAsync(string[] paths, params string[] sources) => [.. (await OfAsync(paths, sources)).Select(Line)];

    public static async Task<ImmutableArray<Diagnostic>> OfAsync(string[] paths, params string[] sources)
    {
        var options = new AnalyzerOptions([.. paths.Select(static path => new TestFile(path, File.ReadAllText(path)))]);
        var trees = sources.Select(source => CSharpSyntaxTree.ParseText(source, path: Path.Combine(Path.GetDirectoryName(paths[0])!, "Calling.cs")));
        return await CSharpCompilation.Create("Tests", trees, TestReferences.Default, new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable))
            .WithAnalyzers([new PlanFileAnalyzer()], options).GetAnalyzerDiagnosticsAsync();
    }

    /// <summary>The lines of an output that are about a file, in ordinal order.</summary>
    public static string[] About(string path, IEnumerable<string> lines) =>
        [.. lines.Where(line => line.StartsWith(path + "(", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    public static string Line(Diagnostic diagnostic)
    {
        var place = diagnostic.Location.GetLineSpan();
        return string.Create(CultureInfo.InvariantCulture,
            $"{place.Path}({place.StartLinePosition.Line + 1},{place.StartLinePosition.Character + 1}): {diagnostic.Severity.ToString().ToLowerInvariant()} {diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}");
    }
}
