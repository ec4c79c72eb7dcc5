using PlanDsl.Model;

namespace PlanDsl.Cli;

/// <summary>A finding with its place in a file, in lines and columns from 1.</summary>
/// <param name="Path">The file, as it was named on the command line.</param>
/// <param name="Finding">What is wrong.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends: the place behind its last character.</param>
internal sealed record PlacedFinding(string Path, Finding Finding, TextPlace Start, TextPlace End)
{
    /// <summary>Such as <c>build.plan.json(3,14): error PLAN0102: …</c>, which editors and build servers make a link of.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"{Path}({Start.Line},{Start.Column}): {SeverityNames.Of(Finding.Severity)} {Finding.Id}: {Finding.Message}");
}
