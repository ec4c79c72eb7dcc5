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

/// <summary>PLAN0102, and CS0103 in its place where <c>nameof</c> is used: names the step whose name is nearest to what
/// <c>DependsOn</c> says.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TakeNearestStepFixProvider)), Shared]
public sealed class TakeNearestStepFixProvider : ComposingFixProvider
{
    /// <summary>The equivalence key.</summary>
    public const string Key = "PlanDsl.TakeNearestStep";

    private const string UnknownName = "CS0103";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.UnknownDependency, UnknownName];

    internal override async Task<ImmutableArray<Fix>> FindFixesAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var dependency = await DependencySyntax.FindAsync(document, diagnostic, cancellationToken).ConfigureAwait(false);
        var step = dependency?.Attribute.FirstAncestorOrSelf<MethodDeclarationSyntax>();
        var model = step is null ? null : await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (step is null || model?.GetDeclaredSymbol(step, cancellationToken) is not { ContainingType: { } plan }
            || PlanSymbols.TryCreate(model.Compilation) is not { } symbols)
            return [];

        var steps = StepMethods.Of(plan, symbols);
        var suggestion = diagnostic.Id == UnknownName
            ? NearestTo(await TextAsync(document, diagnostic, cancellationToken).ConfigureAwait(false), steps, StepMethods.IdOf(step.Identifier.ValueText))
            : diagnostic.Properties.GetValueOrDefault(FindingProperties.Suggestion);
        var method = steps.FirstOrDefault(method => StepMethods.IdOf(method.Name) == suggestion);
        if (suggestion is null || method is null)
            return [];

        // An id stays an id; whatever else was written becomes a name that renaming follows.
        ExpressionSyntax replacement = dependency!.Item is LiteralExpressionSyntax { Token.ValueText: var written } && SnakeCase.From(written) == written
            ? Attributes.Literal(suggestion)
            : SyntaxFactory.ParseExpression($"nameof({Identifiers.Escape(method.Name)})");
        return [Fix.Replacing(document, dependency.Item, replacement, $"Depend on '{suggestion}'", Key)];
    }

    private static string? NearestTo(string name, ImmutableArray<IMethodSymbol> steps, string own) =>
        new Nearest(steps.Select(static step => StepMethods.IdOf(step.Name))).To(name) is { } nearest && nearest != own ? nearest : null;

    private static async Task<string> TextAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        (await document.GetTextAsync(cancellationToken).ConfigureAwait(false)).ToString(diagnostic.Location.SourceSpan);
}
