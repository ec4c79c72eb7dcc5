using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PlanDsl.Analyzers;
using PlanDsl.Model;

namespace PlanDsl.CodeFixes;

/// <summary>PLAN0201: binds the parameter to the result with the nearest name, by renaming it and its uses or by <c>[From]</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TakeNearestResultFixProvider)), Shared]
public sealed class TakeNearestResultFixProvider : ComposingFixProvider
{
    /// <summary>The equivalence key of the fix that renames the parameter.</summary>
    public const string RenameKey = "PlanDsl.TakeNearestResult.Rename";

    /// <summary>The equivalence key of the fix that writes <c>[From]</c>, or corrects it.</summary>
    public const string FromKey = "PlanDsl.TakeNearestResult.From";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.UnboundParameter];

    internal override async Task<ImmutableArray<Fix>> FindFixesAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (!diagnostic.Properties.TryGetValue(FindingProperties.Suggestion, out var suggestion) || suggestion is null)
            return [];
        var unbound = await UnboundParameter.FindAsync(document, diagnostic, cancellationToken).ConfigureAwait(false);
        if (unbound is null)
            return [];
        if (unbound.IsExplicit)
            return ArgumentOfFrom(unbound, cancellationToken) is { } argument ? [Correct(document, argument, suggestion)] : [];

        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        var name = CamelCase(suggestion);
        return model is not null && ParameterRename.TryFind(model, document.Project.Solution, unbound, name, cancellationToken) is { } rename
            ? [new($"Rename '{unbound.Symbol.Name}' to '{name}'", RenameKey, (session, ct) => rename.ApplyAsync(session, ct)), AddFrom(document, unbound, suggestion)]
            : [AddFrom(document, unbound, suggestion)];
    }

    private static Fix AddFrom(Document document, UnboundParameter unbound, string suggestion) =>
        new($"Bind '{unbound.Symbol.Name}' to '{suggestion}'", FromKey, async (session, cancellationToken) =>
        {
            var editor = await session.EditAsync(document, cancellationToken).ConfigureAwait(false);
            editor.ReplaceNode(unbound.Syntax, (current, _) => Attributes.AddTo((ParameterSyntax)current, "From", Attributes.Argument(suggestion)));
        });

    private static Fix Correct(Document document, ExpressionSyntax argument, string suggestion) =>
        Fix.Replacing(document, argument, Attributes.Literal(suggestion), $"Change to '{suggestion}'", FromKey);

    private static ExpressionSyntax? ArgumentOfFrom(UnboundParameter unbound, CancellationToken cancellationToken) =>
        unbound.Source?.ApplicationSyntaxReference?.GetSyntax(cancellationToken) is AttributeSyntax { ArgumentList.Arguments: { Count: 1 } arguments }
            ? arguments[0].Expression
            : null;

    private static string CamelCase(string key)
    {
        var pascal = PascalCase.From(key);
        return char.ToLowerInvariant(pascal[0]) + pascal.Substring(1);
    }
}
