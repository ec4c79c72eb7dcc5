using Microsoft.CodeAnalysis;
using PlanDsl.Compiler;
using PlanDsl.Model;

namespace PlanDsl.Analyzers;

/// <summary>Which of the plans that are written in C# have which id: PLAN0009. Made when the first plan is looked at, and shared by the
/// symbol actions of all plans. Thread-safe.</summary>
/// <param name="symbols">The known types of the compilation.</param>
internal sealed class PlanIds(PlanSymbols symbols)
{
    private Dictionary<string, INamedTypeSymbol>? _owners;

    /// <summary>A finding if another plan declared before <paramref name="type"/> has the same id.</summary>
    public IEnumerable<Finding> Check(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        var id = PlanReader.IdOf(type, symbols);
        if (OwnersIn(cancellationToken).TryGetValue(id, out var owner) && !SymbolEqualityComparer.Default.Equals(owner, type))
            yield return new(RuleIds.DuplicatePlanId, Anchor.Plan.At(PropertyNames.Id), [id, owner.ToDisplayString(), "[Plan(Id = …)]"]);
    }

    /// <summary>The ids, each with the plan that has it. The generator lets the first have it. Whoever looks here, in whatever order, is told
    /// the same.</summary>
    public IReadOnlyDictionary<string, INamedTypeSymbol> OwnersIn(CancellationToken cancellationToken) =>
        LazyInitializer.EnsureInitialized(ref _owners, () => FindOwners(cancellationToken))!;

    private Dictionary<string, INamedTypeSymbol> FindOwners(CancellationToken cancellationToken)
    {
        var owners = new Dictionary<string, INamedTypeSymbol>(StringComparer.Ordinal);
        foreach (var type in DeclaredPlans.In(symbols, cancellationToken).Where(type => FileClass.ReferenceOf(type, symbols) is null))
        {
            var id = PlanReader.IdOf(type, symbols);
            if (!owners.ContainsKey(id))
                owners.Add(id, type);
        }

        return owners;
    }
}
