using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PlanDsl.Compiler;

namespace PlanDsl.Generators;

/// <summary>Where plans come from: declarations marked <c>[Plan]</c>.</summary>
internal static class PlanDeclarations
{
    public static bool IsCandidate(SyntaxNode node, CancellationToken cancellationToken) => node is TypeDeclarationSyntax;

    public static PlanSpec? Read(GeneratorAttributeSyntaxContext match, CancellationToken cancellationToken) =>
        match.TargetSymbol is INamedTypeSymbol type && IsFirst(match) && PlanSymbols.TryCreate(match.SemanticModel.Compilation) is { } symbols
            ? PlanReader.Read(type, symbols, cancellationToken)
            : null;

    /// <summary>Leaves out the nodes for which there is nothing.</summary>
    public static IncrementalValuesProvider<T> WhereNotNull<T>(this IncrementalValuesProvider<T?> values, string trackingName)
        where T : class => values.Where(static value => value is not null).Select(static (value, _) => value!).WithTrackingName(trackingName);

    // A second [Plan] on another part is the compiler's CS0579; a second file of one name would drop the whole output.
    private static bool IsFirst(GeneratorAttributeSyntaxContext match) =>
        match.TargetSymbol.GetAttributes()
            .First(attribute => SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, match.Attributes[0].AttributeClass))
            .ApplicationSyntaxReference is { } first
        && first.SyntaxTree == match.TargetNode.SyntaxTree && match.TargetNode.Span.Contains(first.Span);
}
