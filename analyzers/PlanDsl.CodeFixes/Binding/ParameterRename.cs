using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PlanDsl.Model;

namespace PlanDsl.CodeFixes;

/// <summary>Renames a parameter of a step and its uses in the step's body, attributes and documentation, in both parts of a
/// partial method.</summary>
internal sealed class ParameterRename
{
    private readonly ImmutableArray<Part> _parts;
    private readonly string _name;

    private ParameterRename(ImmutableArray<Part> parts, string name)
    {
        _parts = parts;
        _name = name;
    }

    /// <summary>The renaming to <paramref name="name"/>; <see langword="null"/> where that name would come to mean something
    /// else, would not bind the key it stands for, or is used by a caller outside the step.</summary>
    public static ParameterRename? TryFind(SemanticModel model, Solution solution, UnboundParameter parameter, string name, CancellationToken cancellationToken)
    {
        // A part that calls it something else is not what binds.
        var parts = ParameterPart.Of(parameter.Symbol, solution, cancellationToken).Where(part => part.Symbol.Name == parameter.Symbol.Name).ToArray();
        if (!SyntaxFacts.IsValidIdentifier(name) || parts.Any(part => part.Method is null || IsMentioned(part.Method, name)) || IsNamedByCaller(parameter, model, cancellationToken))
            return null;
        return new([.. parts.Select(part => new Part(part, UsesOf(part, model.Compilation, cancellationToken)))], name);
    }

    public async Task ApplyAsync(FixSession session, CancellationToken cancellationToken)
    {
        // Two parameters of one step may both be near to one result; only one of them can have its name.
        if (!session.Claim((_parts[0].Declaration.Method, _name)))
            return;

        foreach (var (declaration, uses) in _parts)
        {
            var editor = await session.EditAsync(declaration.Document, cancellationToken).ConfigureAwait(false);
            foreach (var use in uses)
                editor.ReplaceNode(use, (current, _) => ((IdentifierNameSyntax)current).WithIdentifier(Identifier(use.Identifier)));
            editor.ReplaceNode(declaration.Syntax, (current, _) => ((ParameterSyntax)current).WithIdentifier(Identifier(declaration.Syntax.Identifier)));
        }
    }

    private static ImmutableArray<IdentifierNameSyntax> UsesOf(ParameterPart part, Compilation compilation, CancellationToken cancellationToken)
    {
        var model = compilation.GetSemanticModel(part.Syntax.SyntaxTree);
        return
        [
            .. part.Method!.DescendantNodes(descendIntoTrivia: true).OfType<IdentifierNameSyntax>()
                .Where(use => use.Identifier.ValueText == part.Symbol.Name
                    && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(use, cancellationToken).Symbol, part.Symbol)),
        ];
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

    private readonly record struct Part(ParameterPart Declaration, ImmutableArray<IdentifierNameSyntax> Uses);
}
