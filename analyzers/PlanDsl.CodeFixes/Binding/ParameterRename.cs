using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PlanDsl.Model;

namespace PlanDsl.CodeFixes;

/// <summary>Renames a parameter of a step and its uses in the step's body, attributes and documentation.</summary>
internal sealed class ParameterRename
{
    private readonly UnboundParameter _parameter;
    private readonly ImmutableArray<IdentifierNameSyntax> _uses;
    private readonly string _name;

    private ParameterRename(UnboundParameter parameter, ImmutableArray<IdentifierNameSyntax> uses, string name)
    {
        _parameter = parameter;
        _uses = uses;
        _name = name;
    }

    /// <summary>The renaming to <paramref name="name"/>; <see langword="null"/> where that name would come to mean something
    /// else, would not bind the key it stands for, or is used by a caller outside the step.</summary>
    public static ParameterRename? TryFind(SemanticModel model, UnboundParameter parameter, string name, CancellationToken cancellationToken)
    {
        if (!SyntaxFacts.IsValidIdentifier(name) || IsMentioned(parameter.Method, name) || IsNamedByCaller(parameter, model, cancellationToken))
            return null;

        var uses = parameter.Method.DescendantNodes(descendIntoTrivia: true).OfType<IdentifierNameSyntax>()
            .Where(use => use.Identifier.ValueText == parameter.Symbol.Name
                && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(use, cancellationToken).Symbol, parameter.Symbol));
        return new(parameter, [.. uses], name);
    }

    public async Task ApplyAsync(FixSession session, Document document, CancellationToken cancellationToken)
    {
        // Two parameters of one step may both be near to one result; only one of them can have its name.
        if (!session.Claim((_parameter.Method, _name)))
            return;

        var editor = await session.EditAsync(document, cancellationToken).ConfigureAwait(false);
        foreach (var use in _uses)
            editor.ReplaceNode(use, (current, _) => ((IdentifierNameSyntax)current).WithIdentifier(Identifier(use.Identifier)));
        editor.ReplaceNode(_parameter.Syntax, (current, _) => ((ParameterSyntax)current).WithIdentifier(Identifier(_parameter.Syntax.Identifier)));
    }

    private SyntaxToken Identifier(SyntaxToken old) => SyntaxFactory.ParseToken(Identifiers.Escape(_name)).WithTriviaFrom(old);

    // Whatever the name means in the step now, it would mean the parameter afterwards.
    private static bool IsMentioned(MethodDeclarationSyntax method, string name) =>
        method.DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name);

    private static bool IsNamedByCaller(UnboundParameter parameter, SemanticModel model, CancellationToken cancellationToken)
    {
        var step = parameter.Symbol.ContainingSymbol;
        var callers = step.DeclaredAccessibility is Accessibility.Private
            ? step.ContainingType.DeclaringSyntaxReferences.Select(static reference => reference.SyntaxTree).Distinct()
            : model.Compilation.SyntaxTrees;
        return callers.Any(tree => tree.GetRoot(cancellationToken).DescendantNodes().OfType<NameColonSyntax>().Any(argument =>
            argument.Name.Identifier.ValueText == parameter.Symbol.Name
            && SymbolEqualityComparer.Default.Equals(model.Compilation.GetSemanticModel(tree).GetSymbolInfo(argument.Name, cancellationToken).Symbol, parameter.Symbol)));
    }
}
