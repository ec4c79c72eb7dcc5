using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using PlanDsl.Model;

namespace PlanDsl.CodeFixes;

/// <summary>In a plan file: removes what a step depends on, consumes or leads to where that says nothing or cannot be, and the property
/// with the last of it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveItemFixProvider),
    DocumentKinds = [nameof(TextDocumentKind.AdditionalDocument)], DocumentExtensions = [".json"]), Shared]
public sealed class RemoveItemFixProvider : PlanFileFixProvider
{
    /// <summary>What the equivalence keys begin with; the file follows.</summary>
    public const string Key = "PlanDsl.PlanFile.RemoveItem";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
    [
        RuleIds.Cycle, RuleIds.UnknownDependency, RuleIds.SelfDependency, RuleIds.RedundantDependency, RuleIds.NotProvided, RuleIds.InvalidTransitions,
    ];

    internal override Task<ImmutableArray<Fix>> FindFixesAsync(PlanFileDocument file, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        Task.FromResult(Find(file, diagnostic));

    private static ImmutableArray<Fix> Find(PlanFileDocument file, Diagnostic diagnostic)
    {
        if (file.Find(diagnostic) is not { Parent: { Kind: JsonKind.Array, IsDamaged: false } list } place
            || place.NameOf(list) is not { } property || property is not ("depends_on" or "consumes" or "failure_branch_ids"))
            return [];
        return [new($"Remove '{place.Node.Value}' from {property}", Key, async (session, ct) =>
            (await session.EditFileAsync(file.Document, ct).ConfigureAwait(false)).Remove(place))];
    }
}
