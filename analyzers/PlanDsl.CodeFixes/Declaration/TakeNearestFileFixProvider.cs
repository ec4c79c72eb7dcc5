using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PlanDsl.Analyzers;
using PlanDsl.Model;

namespace PlanDsl.CodeFixes;

/// <summary>PLAN0512: names the plan file whose name is nearest to what <c>[Plan("…")]</c> says.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TakeNearestFileFixProvider)), Shared]
public sealed class TakeNearestFileFixProvider : ComposingFixProvider
{
    /// <summary>The equivalence key.</summary>
    public const string Key = "PlanDsl.TakeNearestFile";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.PlanFileNotFound];

    internal override async Task<ImmutableArray<Fix>> FindFixesAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var node = await document.FindAsync<ExpressionSyntax>(diagnostic, cancellationToken).ConfigureAwait(false);
        if (node?.FirstAncestorOrSelf<AttributeArgumentSyntax>() is not { } argument
            || diagnostic.Properties.GetValueOrDefault(FindingProperties.Suggestion) is not { } suggestion)
            return [];

        return [Fix.Replacing(document, argument.Expression, Attributes.Literal(suggestion), $"Name '{suggestion}'", Key)];
    }
}
