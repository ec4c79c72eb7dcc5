using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PlanDsl.Analyzers;

namespace PlanDsl.CodeFixes;

/// <summary>A provider that writes the name which was probably meant as an argument of an attribute.</summary>
public abstract class NearestArgumentFixProvider : ComposingFixProvider
{
    private readonly string _verb;
    private readonly string _equivalenceKey;

    /// <param name="ruleId">The rule that knows the name.</param>
    /// <param name="verb">What the fix does with it, as editors show it.</param>
    /// <param name="equivalenceKey">The equivalence key.</param>
    private protected NearestArgumentFixProvider(string ruleId, string verb, string equivalenceKey)
    {
        FixableDiagnosticIds = [ruleId];
        _verb = verb;
        _equivalenceKey = equivalenceKey;
    }

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    internal sealed override async Task<ImmutableArray<Fix>> FindFixesAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var node = await document.FindAsync<ExpressionSyntax>(diagnostic, cancellationToken).ConfigureAwait(false);
        if (node?.FirstAncestorOrSelf<AttributeArgumentSyntax>() is not { } argument || !IsMeant(argument)
            || diagnostic.Properties.GetValueOrDefault(FindingProperties.Suggestion) is not { } suggestion)
            return [];

        return [Fix.Replacing(document, argument.Expression, Attributes.Literal(suggestion), $"{_verb} '{suggestion}'", _equivalenceKey)];
    }

    /// <summary>Whether it is an argument that the fix is for: a rule may be about several.</summary>
    private protected virtual bool IsMeant(AttributeArgumentSyntax argument) => true;
}
