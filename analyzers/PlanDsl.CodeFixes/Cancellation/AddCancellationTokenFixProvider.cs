using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;
using PlanDsl.Model;

namespace PlanDsl.CodeFixes;

/// <summary>PLAN0007: gives the step a <see cref="CancellationToken"/> and passes it on to the calls that take one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddCancellationTokenFixProvider)), Shared]
public sealed class AddCancellationTokenFixProvider : ComposingFixProvider
{
    /// <summary>The equivalence key.</summary>
    public const string Key = "PlanDsl.AddCancellationToken";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.IgnoresCancellation];

    internal override async Task<ImmutableArray<Fix>> FindFixesAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var step = await document.FindAsync<MethodDeclarationSyntax>(diagnostic, cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (step is null || model?.Compilation.GetTypeByMetadataName("System.Threading.CancellationToken") is not { } type
            || TokenParameter.TryFind(model, step, cancellationToken) is not { } token)
            return [];

        var calls = TokenForwarding.FindCalls(model, step, type, cancellationToken);
        // Global usings count; a using that is not needed would leave an empty line behind.
        var isInScope = model.LookupNamespacesAndTypes(step.SpanStart, name: type.Name).Contains(type, SymbolEqualityComparer.Default);
        return [new($"Add a CancellationToken to '{step.Identifier.ValueText}'{(calls.IsEmpty ? "" : " and pass it on")}", Key, ApplyAsync)];

        async Task ApplyAsync(FixSession session, CancellationToken ct)
        {
            var editor = await session.EditAsync(document, ct).ConfigureAwait(false);
            foreach (var call in calls)
                editor.ReplaceNode(call.Arguments, (current, _) => call.PassOn((ArgumentListSyntax)current, token.Name));
            editor.ReplaceNode(step.ParameterList, (current, generator) =>
            {
                var written = generator.TypeExpression(type);
                return token.AddTo((ParameterListSyntax)current, isInScope ? written : written.WithAdditionalAnnotations(Simplifier.AddImportsAnnotation));
            });
        }
    }
}
