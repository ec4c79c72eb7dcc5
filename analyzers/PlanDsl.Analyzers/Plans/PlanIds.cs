using Microsoft.CodeAnalysis;
using PlanDsl.Compiler;
using PlanDsl.Model;

namespace PlanDsl.Analyzers;

/// <summary>Which plans of a compilation have which id: PLAN0009. Made when the first plan is looked at, and shared by the
/// symbol actions of all plans. Thread-safe.</summary>
/// <param name="symbols">The known types of the compilation.</param>
internal sealed class PlanIds(PlanSymbols symbols)
{
    private Dictionary<string, INamedTypeSymbol>? _owners;

    public static bool IsPlan(INamedTypeSymbol type, PlanSymbols symbols) => AttributeOf(type, symbols) is not null;

    /// <summary>A finding if another plan declared before <paramref name="type"/> has the same id.</summary>
    public IEnumerable<Finding> Check(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        var owners = LazyInitializer.EnsureInitialized(ref _owners, () => FindOwners(cancellationToken));
        var id = PlanReader.IdOf(type, symbols);
        if (owners!.TryGetValue(id, out var owner) && !SymbolEqualityComparer.Default.Equals(owner, type))
            yield return new(RuleIds.DuplicatePlanId, Anchor.Plan.At(PropertyNames.Id), [id, owner.ToDisplayString(), "[Plan(Id = …)]"]);
    }

    // The generator is handed the types with the attribute in the order of the syntax trees and of the positions in them, and
    // lets the first of them have the id. Whoever looks here, in whatever order, is told the same.
    private Dictionary<string, INamedTypeSymbol> FindOwners(CancellationToken cancellationToken)
    {
        var ranks = new Dictionary<SyntaxTree, int>();
        foreach (var tree in symbols.Compilation.SyntaxTrees)
            ranks.Add(tree, ranks.Count);

        var owners = new Dictionary<string, INamedTypeSymbol>(StringComparer.Ordinal);
        var plans = TypesIn(symbols.Compilation.Assembly.GlobalNamespace, cancellationToken)
            .Select(type => (Type: type, Place: AttributeOf(type, symbols)?.ApplicationSyntaxReference))
            .Where(static plan => plan.Place is not null)
            .OrderBy(plan => ranks[plan.Place!.SyntaxTree])
            .ThenBy(static plan => plan.Place!.Span.Start);
        foreach (var (type, _) in plans)
        {
            var id = PlanReader.IdOf(type, symbols);
            if (!owners.ContainsKey(id))
                owners.Add(id, type);
        }

        return owners;
    }

    private static AttributeData? AttributeOf(INamedTypeSymbol type, PlanSymbols symbols) =>
        type.GetAttributes().FirstOrDefault(attribute => SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, symbols.Plan));

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
