using Microsoft.CodeAnalysis;
using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Follows the plans that plans run, as far as their steps can be seen: a plan of another assembly may hide them, but
/// cannot lead back here.</summary>
internal static class SubPlanNesting
{
    /// <summary>The plan that a step with this attribute runs; <see langword="null"/> where it names none, or what is none.</summary>
    public static INamedTypeSymbol? PlanOf(AttributeData? attribute, PlanSymbols symbols) =>
        attribute is not null && Attributes.Named(attribute, "Plan")?.Value is INamedTypeSymbol { IsUnboundGenericType: false } plan && Attributes.Has(plan, symbols.Plan)
            ? plan
            : null;

    /// <summary>How deep <paramref name="plan"/> nests plans: 1 where it runs none. Of a circle, how many plans are on it.</summary>
    public static int DepthOf(INamedTypeSymbol plan, PlanSymbols symbols)
    {
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var level = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default) { plan.OriginalDefinition };
        for (var depth = 0; ; depth++)
        {
            seen.UnionWith(level);
            if (level.Count == 0 || depth == seen.Count)
                return depth;
            var next = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
            foreach (var current in level)
                next.UnionWith(PlansOf(current, symbols));
            level = next;
        }
    }

    /// <summary>The ids of the plans on the shortest way from <paramref name="type"/> by <paramref name="first"/>, which it runs, back to
    /// itself; empty if there is none.</summary>
    public static EquatableArray<string> RecursionOf(INamedTypeSymbol type, INamedTypeSymbol first, PlanSymbols symbols)
    {
        var cameFrom = new Dictionary<INamedTypeSymbol, INamedTypeSymbol?>(SymbolEqualityComparer.Default) { [first.OriginalDefinition] = null };
        var pending = new Queue<INamedTypeSymbol>([first.OriginalDefinition]);
        while (pending.Count > 0)
        {
            var current = pending.Dequeue();
            if (SymbolEqualityComparer.Default.Equals(current, type.OriginalDefinition))
                return WayTo(current, cameFrom, symbols);
            foreach (var next in PlansOf(current, symbols))
            {
                if (!cameFrom.ContainsKey(next))
                {
                    cameFrom.Add(next, current);
                    pending.Enqueue(next);
                }
            }
        }

        return [];
    }

    private static EquatableArray<string> WayTo(INamedTypeSymbol end, Dictionary<INamedTypeSymbol, INamedTypeSymbol?> cameFrom, PlanSymbols symbols)
    {
        var way = new List<string>();
        for (INamedTypeSymbol? plan = end; plan is not null; plan = cameFrom[plan])
            way.Add(PlanReader.IdOf(plan, symbols));
        way.Add(PlanReader.IdOf(end, symbols));
        way.Reverse();
        return way.ToEquatableArray();
    }

    private static IEnumerable<INamedTypeSymbol> PlansOf(INamedTypeSymbol plan, PlanSymbols symbols) =>
        StepMethods.Of(plan, symbols)
            .Select(method => PlanOf(Attributes.Find(method, symbols.Step), symbols)?.OriginalDefinition)
            .Where(static nested => nested is not null)
            .Select(static nested => nested!);
}
