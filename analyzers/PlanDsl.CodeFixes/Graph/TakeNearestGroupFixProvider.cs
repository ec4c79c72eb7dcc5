using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PlanDsl.Analyzers;
using PlanDsl.Model;

namespace PlanDsl.CodeFixes;

/// <summary>PLAN0102: names the parallel group whose name is nearest to what <c>Group</c> says.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TakeNearestGroupFixProvider)), Shared]
public sealed class TakeNearestGroupFixProvider : ComposingFixProvider
{
    /// <summary>The equivalence key.</summary>
    public const string Key = "PlanDsl.TakeNearestGroup";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.UnknownDependency];

    internal override async Task<ImmutableArray<Fix>> FindFixesAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var node = await document.FindAsync<ExpressionSyntax>(diagnostic, cancellationToken).ConfigureAwait(false);
        if (node?.FirstAncestorOrSelf<AttributeArgumentSyntax>() is not { NameEquals.Name.Identifier.ValueText: "Group" } argument
            || diagnostic.Properties.GetValueOrDefault(FindingProperties.Suggestion) is not { } suggestion)
            return [];

        return [Fix.Replacing(document, argument.Expression, Attributes.Literal(suggestion), $"Join '{suggestion}'", Key)];
    }
}
