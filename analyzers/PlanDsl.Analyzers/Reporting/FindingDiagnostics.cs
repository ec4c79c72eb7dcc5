using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PlanDsl.Model;

namespace PlanDsl.Analyzers;

/// <summary>Turns findings, which know no positions, into diagnostics, which have them.</summary>
internal static class FindingDiagnostics
{
    /// <summary>The diagnostic for <paramref name="finding"/>, its parts found in the source by <paramref name="locationOf"/>.</summary>
    public static Diagnostic ToDiagnostic(this Finding finding, Func<Anchor, Location> locationOf) =>
        Diagnostic.Create(
            Descriptors.Get(finding.Id),
            locationOf(finding.Anchor),
            finding.Related.Select(locationOf),
            PropertiesOf(finding),
            [.. finding.Args]);

    private static ImmutableDictionary<string, string?> PropertiesOf(Finding finding) =>
        finding.Suggestion is { } suggestion
            ? ImmutableDictionary<string, string?>.Empty.Add(FindingProperties.Suggestion, suggestion)
            : ImmutableDictionary<string, string?>.Empty;
}
