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

/// <summary>PLAN0102: names the step whose name is nearest to what <c>DependsOn</c> says.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TakeNearestStepFixProvider)), Shared]
public sealed class TakeNearestStepFixProvider : ComposingFixProvider
{
    /// <summary>The equivalence key.</summary>
    public const string Key = "PlanDsl.TakeNearestStep";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.UnknownDependency];

    internal override async Task<ImmutableArray<Fix>> FindFixesAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (!diagnostic.Properties.TryGetValue(FindingProperties.Suggestion, out var suggestion) || suggestion is null)
            return [];
        var dependency = await DependencySyntax.FindAsync(document, diagnostic, cancellationToken).ConfigureAwait(false);
        var step = dependency?.Attribute.FirstAncestorOrSelf<MethodDeclarationSyntax>();
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (step is null || model?.GetDeclaredSymbol(step, cancellationToken) is not { ContainingType: { } plan }
            || PlanSymbols.TryCreate(model.Compilation) is not { } symbols)
            return [];

        var method = StepMethods.Of(plan, symbols).FirstOrDefault(method => StepMethods.IdOf(method.Name) == suggestion);
        if (method is null)
            return [];

        // An id stays an id; whatever else was written becomes a name that renaming follows.
        ExpressionSyntax replacement = dependency!.Item is LiteralExpressionSyntax { Token.ValueText: var written } && SnakeCase.From(written) == written
            ? Attributes.Literal(suggestion)
            : SyntaxFactory.ParseExpression($"nameof({Identifiers.Escape(method.Name)})");
        return [new($"Depend on '{suggestion}'", Key, ApplyAsync)];

        async Task ApplyAsync(FixSession session, CancellationToken ct)
        {
            var editor = await session.EditAsync(document, ct).ConfigureAwait(false);
            editor.ReplaceNode(dependency.Item, replacement.WithTriviaFrom(dependency.Item));
        }
    }
}
