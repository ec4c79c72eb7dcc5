using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using PlanDsl.Analyzers;
using PlanDsl.Model;

namespace PlanDsl.CodeFixes;

/// <summary>In a plan file: writes the name that was probably meant, wherever a finding knows one: of a property, of a step, of a result, of
/// an input, of a member of a result, of a method, or one of the words that a property takes.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TakeNearestNameFixProvider),
    DocumentKinds = [nameof(TextDocumentKind.AdditionalDocument)], DocumentExtensions = [".json"]), Shared]
public sealed class TakeNearestNameFixProvider : PlanFileFixProvider
{
    /// <summary>What the equivalence keys begin with; the file follows.</summary>
    public const string Key = "PlanDsl.PlanFile.TakeNearestName";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
    [
        RuleIds.UnknownDependency, RuleIds.UnboundParameter, RuleIds.UnknownMember, RuleIds.NotProvided, RuleIds.UnknownPolicy,
        RuleIds.UnknownProperty, RuleIds.WrongType, RuleIds.StepBodyNotFound, RuleIds.NotOneKind,
    ];

    internal override Task<ImmutableArray<Fix>> FindFixesAsync(PlanFileDocument file, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        Task.FromResult(Find(file, diagnostic));

    private static ImmutableArray<Fix> Find(PlanFileDocument file, Diagnostic diagnostic)
    {
        var span = diagnostic.Location.SourceSpan;
        if (diagnostic.Properties.GetValueOrDefault(FindingProperties.Suggestion) is not { } suggestion
            || file.Find(diagnostic) is not { Node: { Kind: JsonKind.String, IsBare: false } node } place
            || (diagnostic.Id == RuleIds.UnknownProperty && place.Parent?.Find(suggestion) is not null))
            return [];

        // Two slips of one property may mean the same; the object can have it once.
        var owner = diagnostic.Id == RuleIds.UnknownProperty ? place.Parent : null;
        if (node.Span.Length == span.Length)
            return [Replacing($"Change '{node.Value}' to '{suggestion}'", span, JsonWriting.Quote(suggestion))];
        var (changed, replacement) = PathEdits.Replace(file.Tree.Text, span, suggestion);
        return [Replacing($"Change '{file.TextOf(span)}' to '{suggestion}'", changed, replacement)];

        Fix Replacing(string title, Microsoft.CodeAnalysis.Text.TextSpan place, string text) => new(title, Key, async (session, ct) =>
        {
            if (owner is null || session.Claim((file.Path, owner.Value.Index, suggestion)))
                (await session.EditFileAsync(file.Document, ct).ConfigureAwait(false)).Replace(place, text);
        });
    }
}
