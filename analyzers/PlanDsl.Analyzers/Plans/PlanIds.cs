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
        var id = IdOf(type);
        if (owners!.TryGetValue(id, out var owner) && !SymbolEqualityComparer.Default.Equals(owner, type))
            yield return new(RuleIds.DuplicatePlanId, Anchor.Plan.At(PropertyNames.Id), [id, owner.ToDisplayString()]);
    }

    // The first declaration in the order of paths and positions owns the id: whoever looks, in whatever order.
    private Dictionary<string, INamedTypeSymbol> FindOwners(CancellationToken cancellationToken)
    {
        var owners = new Dictionary<string, INamedTypeSymbol>(StringComparer.Ordinal);
        var plans = TypesIn(symbols.Compilation.Assembly.GlobalNamespace, cancellationToken)
            .Where(type => IsPlan(type, symbols))
            .Select(static type => (Type: type, Place: FirstPlaceOf(type)))
            .Where(static plan => plan.Place is not null)
            .OrderBy(static plan => plan.Place!.SourceTree!.FilePath, StringComparer.Ordinal)
            .ThenBy(static plan => plan.Place!.SourceSpan.Start);
        foreach (var (type, _) in plans)
        {
            var id = IdOf(type);
            if (!owners.ContainsKey(id))
                owners.Add(id, type);
        }

        return owners;
    }

    private static Location? FirstPlaceOf(INamedTypeSymbol type) =>
        type.Locations.Where(static place => place.IsInSource)
            .OrderBy(static place => place.SourceTree!.FilePath, StringComparer.Ordinal)
            .ThenBy(static place => place.SourceSpan.Start)
            .FirstOrDefault();

    private string IdOf(INamedTypeSymbol type) =>
        AttributeOf(type, symbols)?.NamedArguments.FirstOrDefault(static argument => argument.Key == "Id").Value.Value as string
        ?? TypeSpecReader.MetadataName(type);

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
