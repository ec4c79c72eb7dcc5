using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PlanDsl.Model;

namespace PlanDsl.CodeFixes;

/// <summary>PLAN0204: makes the parameter that binds an optional result nullable.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakeNullableFixProvider)), Shared]
public sealed class MakeNullableFixProvider : ComposingFixProvider
{
    /// <summary>The equivalence key.</summary>
    public const string Key = "PlanDsl.MakeNullable";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.OptionalIntoNonNullable];

    internal override async Task<ImmutableArray<Fix>> FindFixesAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var parameter = await document.FindAsync<ParameterSyntax>(diagnostic, cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (parameter is not { Type: not (null or NullableTypeSyntax or RefTypeSyntax or PointerTypeSyntax) }
            || model?.GetDeclaredSymbol(parameter, cancellationToken) is not IParameterSymbol symbol)
            return [];

        var parts = ParameterPart.Of(symbol, document.Project.Solution, cancellationToken);
        return [new($"Make '{parameter.Identifier.ValueText}' nullable", Key, ApplyAsync)];

        async Task ApplyAsync(FixSession session, CancellationToken ct)
        {
            foreach (var part in parts)
            {
                if (part.Syntax.Type is not { } type || type is NullableTypeSyntax)
                    continue;
                var editor = await session.EditAsync(part.Document, ct).ConfigureAwait(false);
                editor.ReplaceNode(type, SyntaxFactory.NullableType(type.WithoutTrailingTrivia()).WithTrailingTrivia(type.GetTrailingTrivia()));
            }
        }
    }
}
