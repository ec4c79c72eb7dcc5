using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PlanDsl.Compiler;

namespace PlanDsl.Analyzers;

/// <summary>The types of a compilation that are marked <c>[Plan]</c>, in the order in which the generator is handed them: that of the syntax
/// trees, and of the positions in them.</summary>
internal static class DeclaredPlans
{
    public static AttributeData? AttributeOf(INamedTypeSymbol type, PlanSymbols symbols) =>
        type.GetAttributes().FirstOrDefault(attribute => SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, symbols.Plan));

    public static ImmutableArray<INamedTypeSymbol> In(PlanSymbols symbols, CancellationToken cancellationToken)
    {
        var ranks = new Dictionary<SyntaxTree, int>();
        foreach (var tree in symbols.Compilation.SyntaxTrees)
            ranks.Add(tree, ranks.Count);

        return
        [
            .. TypesIn(symbols.Compilation.Assembly.GlobalNamespace, cancellationToken)
                .Select(type => (Type: type, Place: AttributeOf(type, symbols)?.ApplicationSyntaxReference))
                .Where(static plan => plan.Place is not null)
                .OrderBy(plan => ranks[plan.Place!.SyntaxTree])
                .ThenBy(static plan => plan.Place!.Span.Start)
                .Select(static plan => plan.Type),
        ];
    }

    private static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceOrTypeSymbol container, CancellationToken cancellationToken)
    {
        foreach (var member in container.GetMembers().OfType<INamespaceOrTypeSymbol>())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (member is INamedTypeSymbol type)
                yield return type;
            foreach (var nested in TypesIn(member, cancellationToken))
                yield return nested;
        }
    }
}
