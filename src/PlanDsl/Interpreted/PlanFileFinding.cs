using System.Globalization;
using PlanDsl.Model;

namespace PlanDsl;

/// <summary>Something that is wrong with a plan file, and where.</summary>
/// <param name="File">The file, as it was named by whoever loaded it.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column in that line, from 1, in UTF-16 units.</param>
/// <param name="EndLine">The line on which the stretch ends that it is about.</param>
/// <param name="EndColumn">The column behind the end of that stretch.</param>
/// <param name="Finding">What is wrong.</param>
public sealed record PlanFileFinding(string File, int Line, int Column, int EndLine, int EndColumn, Finding Finding)
{
    /// <summary>The finding as compilers write it: <c>orders.plan.json(3,14): error PLAN0102: message</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{File}({Line},{Column}): {SeverityOf(Finding)} {Finding.Id}: {Finding.Message}");

    internal static PlanFileFinding Of(string file, PlanFile plan, Finding finding)
    {
        var span = plan.Map.Find(finding.Anchor);
        var lines = plan.Map.Lines;
        var (line, column) = lines.At(span.Start);
        var (endLine, endColumn) = lines.At(span.End);
        return new(file, line, column, endLine, endColumn, finding);
    }

    private static string SeverityOf(Finding finding) => finding.Severity switch
    {
        FindingSeverity.Error => "error",
        FindingSeverity.Warning => "warning",
        _ => "info",
    };
}
