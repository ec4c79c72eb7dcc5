namespace PlanDsl.Model;

/// <summary>Collects what is wrong with the text of a plan file, each at its place.</summary>
internal sealed class FileFindings
{
    public BoundedFindings All { get; } = [];

    /// <summary>Adds a finding at a stretch of the text.</summary>
    public void Add(string id, TextSpan span, EquatableArray<string> args, string? suggestion = null) =>
        All.Add(new(id, Anchor.Text(span), args) { Suggestion = suggestion });

    /// <summary>Adds a finding that only warns.</summary>
    public void Warn(string id, TextSpan span, EquatableArray<string> args, string? suggestion) =>
        All.Add(new(id, Anchor.Text(span), args) { Suggestion = suggestion, Severity = FindingSeverity.Warning });
}
