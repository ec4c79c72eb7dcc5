using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PlanDsl.Model;
using PlanDsl.Testing.Internal;

namespace PlanDsl.Compiler.Tests;

/// <summary>Reads the plan of a plan file, with or without a class.</summary>
internal static class ReadFilePlan
{
    public static PlanFilePlace Place { get; } = new("/src/x.plan.json", "/src", "Shop");

    /// <summary>The plan of a file that no class names.</summary>
    public static FilePlan Of(string json, PlanCatalog? catalog = null) =>
        FilePlanReader.Read(PlanFileReader.Read(json, Place.Path), Place, catalog ?? PlanCatalog.Empty, CancellationToken.None);

    /// <summary>The plan of a file whose class is <c>P</c>.</summary>
    public static FilePlan Of(string json, string source, PlanCatalog? catalog = null) => Of(json, TestCompilation.Create(source), catalog);

    public static FilePlan Of(string json, CSharpCompilation compilation, PlanCatalog? catalog = null) => FilePlanReader.Read(
        PlanFileReader.Read(json, Place.Path), Place, compilation.GetTypeByMetadataName("P"), PlanSymbols.TryCreate(compilation), catalog ?? PlanCatalog.Empty, CancellationToken.None);

    /// <summary>The errors and warnings in a file, each with the text that it is located at: <c>PLAN0207 @ totl</c>.</summary>
    public static string[] FindingsIn(string json, string? source = null, PlanCatalog? catalog = null)
    {
        var map = PlanFileReader.Read(json, Place.Path).Map;
        var plan = source is null ? Of(json, catalog) : Of(json, source, catalog);
        return [.. plan.FileFindings.Where(static finding => finding.Severity is not FindingSeverity.Info).Select(finding => $"{finding.Id} @ {TextAt(json, map.Find(finding.Anchor))}")];
    }

    /// <summary>The same in the class.</summary>
    public static string[] FindingsInClass(string json, string source)
    {
        var compilation = TestCompilation.Create(source);
        var positions = new FileClassPositions(compilation.GetTypeByMetadataName("P")!, PlanSymbols.TryCreate(compilation)!);
        return [.. Of(json, compilation).ClassFindings.Select(finding => $"{finding.Id} @ {TextAt(positions.Of(finding.Anchor))}")];
    }

    private static string TextAt(string json, TextSpan span) => json.Substring(span.Start, span.Length);

    private static string TextAt(Location location) => location.SourceTree!.GetText().ToString(location.SourceSpan);
}
