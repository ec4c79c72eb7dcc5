using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PlanDsl.CodeFixes;

/// <summary>One of the declarations of a parameter: a partial method has two, which have to agree.</summary>
/// <param name="Document">Where it stands.</param>
/// <param name="Syntax">The declaration.</param>
/// <param name="Symbol">The parameter as the code beside it knows it.</param>
internal sealed record ParameterPart(Document Document, ParameterSyntax Syntax, IParameterSymbol Symbol)
{
    /// <summary>The method that it is declared by.</summary>
    public MethodDeclarationSyntax? Method => Syntax.Parent?.Parent as MethodDeclarationSyntax;

    /// <summary>All declarations of <paramref name="parameter"/> that somebody wrote; a part that was generated will be again.</summary>
    public static IReadOnlyList<ParameterPart> Of(IParameterSymbol parameter, Solution solution, CancellationToken cancellationToken)
    {
        var parts = new List<ParameterPart>(2);
        Add(parameter);
        if (parameter.ContainingSymbol is IMethodSymbol method && (method.PartialDefinitionPart ?? method.PartialImplementationPart) is { } other)
            Add(other.Parameters[parameter.Ordinal]);
        return parts;

        void Add(IParameterSymbol symbol)
        {
            if (symbol.DeclaringSyntaxReferences.FirstOrDefault() is { } reference
                && solution.GetDocument(reference.SyntaxTree) is { } document and not SourceGeneratedDocument
                && reference.GetSyntax(cancellationToken) is ParameterSyntax syntax)
                parts.Add(new(document, syntax, symbol));
        }
    }
}
