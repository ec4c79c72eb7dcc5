using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PlanDsl.Model;

namespace PlanDsl.Analyzers;

/// <summary>Reports findings, which know no positions, as diagnostics, which have them.</summary>
internal static class FindingReports
{
    /// <summary>Plans that a tool wrote are judged like any other: otherwise a broken one would build, and fail when it runs.</summary>
    public const GeneratedCodeAnalysisFlags GeneratedCode = GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics;

    /// <summary>Reports <paramref name="findings"/>, their parts found in the source by <paramref name="locationOf"/>. Of
    /// generated code only what makes it invalid: nobody can follow advice there.</summary>
    public static void Report(this SymbolAnalysisContext context, IEnumerable<Finding> findings, Func<Anchor, Location> locationOf)
    {
        foreach (var finding in findings)
        {
            if (!context.IsGeneratedCode || finding.Severity is FindingSeverity.Error)
                context.ReportDiagnostic(ToDiagnostic(finding, locationOf));
        }
    }

    /// <summary><paramref name="finding"/> as a diagnostic, about a part that no anchor names.</summary>
    public static Diagnostic ToDiagnostic(Finding finding, Location location) => ToDiagnostic(finding, _ => location);

    /// <summary><paramref name="finding"/> as a diagnostic, its parts found by <paramref name="locationOf"/>.</summary>
    public static Diagnostic ToDiagnostic(Finding finding, Func<Anchor, Location> locationOf) =>
        Diagnostic.Create(
            Descriptors.Get(finding.Id),
            locationOf(finding.Anchor),
            SeverityOf(finding),
            finding.Related.Select(locationOf),
            PropertiesOf(finding),
            [.. finding.Args]);

    private static DiagnosticSeverity SeverityOf(Finding finding) => finding.Severity switch
    {
        FindingSeverity.Error => DiagnosticSeverity.Error,
        FindingSeverity.Warning => DiagnosticSeverity.Warning,
        FindingSeverity.Info => DiagnosticSeverity.Info,
        _ => DiagnosticSeverity.Hidden,
    };

    private static ImmutableDictionary<string, string?> PropertiesOf(Finding finding) =>
        finding.Suggestion is { } suggestion
            ? ImmutableDictionary<string, string?>.Empty.Add(FindingProperties.Suggestion, suggestion)
            : ImmutableDictionary<string, string?>.Empty;
}
