using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PlanDsl.Model;

namespace PlanDsl.CodeFixes;

/// <summary>PLAN0201: makes the parameter that nothing produces an input of the plan.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakeInputFixProvider)), Shared]
public sealed class MakeInputFixProvider : ComposingFixProvider
{
    /// <summary>The equivalence key.</summary>
    public const string Key = "PlanDsl.MakeInput";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.UnboundParameter];

    internal override async Task<ImmutableArray<Fix>> FindFixesAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var unbound = await UnboundParameter.FindAsync(document, diagnostic, cancellationToken).ConfigureAwait(false);
        if (unbound is null || unbound.IsExplicit || !AgreesWithOthers(unbound.Symbol))
            return [];
        return [new($"Make '{unbound.Symbol.Name}' an input of the plan", Key, ApplyAsync)];

        async Task ApplyAsync(FixSession session, CancellationToken ct)
        {
            var editor = await session.EditAsync(document, ct).ConfigureAwait(false);
            editor.ReplaceNode(unbound.Syntax, static (current, _) => Attributes.AddTo((ParameterSyntax)current, "Input"));
        }
    }

    // One input may be declared by several steps, if they agree.
    private static bool AgreesWithOthers(IParameterSymbol parameter) =>
        parameter.ContainingType.GetMembers().OfType<IMethodSymbol>()
            .SelectMany(static method => method.Parameters)
            .Where(other => Attributes.Find(other, "Input") is not null && SnakeCase.From(other.Name) == SnakeCase.From(parameter.Name))
            .All(other => SymbolEqualityComparer.IncludeNullability.Equals(other.Type, parameter.Type));
}
