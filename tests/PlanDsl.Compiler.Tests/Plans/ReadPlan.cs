using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PlanDsl.Model;
using PlanDsl.Testing.Internal;

namespace PlanDsl.Compiler.Tests;

/// <summary>Reads a plan out of source text.</summary>
internal static class ReadPlan
{
    /// <summary>The plan <c>P</c>, or the type with another metadata name.</summary>
    public static PlanSpec From(string source, string type = "P") => From(TestCompilation.Create(source), type);

    public static PlanSpec From(CSharpCompilation compilation, string type = "P") =>
        PlanReader.Read(compilation.GetTypeByMetadataName(type)!, PlanSymbols.TryCreate(compilation)!, CancellationToken.None);

    /// <summary>A plan of these members.</summary>
    public static PlanSpec Of(string members) => From($"[Plan] public partial class P\n{{\n{members}\n}}");

    /// <summary>The findings of a plan, each with the text that it is located at, such as <c>PLAN0006 @ Fetch</c>.</summary>
    public static string[] Findings(string source, string type = "P") => Findings(TestCompilation.Create(source), type);

    public static string[] Findings(CSharpCompilation compilation, string type = "P")
    {
        var symbols = PlanSymbols.TryCreate(compilation)!;
        var symbol = compilation.GetTypeByMetadataName(type)!;
        var positions = new CSharpPositions(symbol, symbols);
        return [.. PlanReader.Read(symbol, symbols, CancellationToken.None).Findings
            .Where(static finding => finding.Severity is not FindingSeverity.Info)
            .Select(finding => $"{finding.Id} @ {TextAt(positions.Of(finding.Anchor))}")];
    }

    private static string TextAt(Location location) => location.SourceTree!.GetText().ToString(location.SourceSpan);
}
