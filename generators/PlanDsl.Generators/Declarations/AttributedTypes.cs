using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PlanDsl.Generators;

/// <summary>What the declarations of plans and of state machines have in common: a type with an attribute.</summary>
internal static class AttributedTypes
{
    public static bool IsCandidate(SyntaxNode node, CancellationToken cancellationToken) => node is TypeDeclarationSyntax;

    /// <summary>Whether this is the first of the attributes of its kind on the type. A second one on another part is the
    /// compiler's CS0579; a second file of one name would drop the whole output.</summary>
    public static bool IsFirst(GeneratorAttributeSyntaxContext match) =>
        match.TargetSymbol.GetAttributes()
            .First(attribute => SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, match.Attributes[0].AttributeClass))
            .ApplicationSyntaxReference is { } first
        && first.SyntaxTree == match.TargetNode.SyntaxTree && match.TargetNode.Span.Contains(first.Span);
}
