using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PlanDsl.Analyzers;
using PlanDsl.Compiler;
using PlanDsl.Model;

namespace PlanDsl.CodeFixes;

/// <summary>PLAN0307 and PLAN0308, and CS0103 in their place where <c>nameof</c> is used: names the method of the plan that is
/// nearest to what an option such as <c>Fallback</c> or <c>When</c> says.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TakeNearestMethodFixProvider)), Shared]
public sealed class TakeNearestMethodFixProvider : ComposingFixProvider
{
    /// <summary>The equivalence key.</summary>
    public const string Key = "PlanDsl.TakeNearestMethod";

    private const string UnknownName = "CS0103";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.InvalidFallback, RuleIds.InvalidCondition, UnknownName];

    internal override async Task<ImmutableArray<Fix>> FindFixesAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var node = await document.FindAsync<ExpressionSyntax>(diagnostic, cancellationToken).ConfigureAwait(false);
        if (node?.FirstAncestorOrSelf<AttributeArgumentSyntax>() is not { } argument || !NamesMethod(argument)
            || argument.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } declaration
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model
            || model.GetDeclaredSymbol(declaration, cancellationToken) is not { } plan || PlanSymbols.TryCreate(model.Compilation) is not { } symbols)
            return [];

        var suggestion = diagnostic.Id == UnknownName
            ? NearestMethod.To(node.ToString(), plan, symbols)
            : diagnostic.Properties.GetValueOrDefault(FindingProperties.Suggestion);
        if (suggestion is null)
            return [];

        var replacement = SyntaxFactory.ParseExpression($"nameof({Identifiers.Escape(suggestion)})");
        return [Fix.Replacing(document, argument.Expression, replacement, $"Name '{suggestion}'", Key)];
    }

    private static bool NamesMethod(AttributeArgumentSyntax argument) =>
        argument.NameEquals?.Name.Identifier.ValueText is "When" or "RepeatUntil" or "Fallback" or "Compensate";
}
