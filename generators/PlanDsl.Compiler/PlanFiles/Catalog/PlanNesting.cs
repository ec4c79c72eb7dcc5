using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Follows the plans that plans run.</summary>
internal static class PlanNesting
{
    /// <summary>The ids of the plans on the shortest way from a plan by another, which it runs, back to itself; empty if there is none.</summary>
    public static EquatableArray<string> WayBack(string planId, string first, PlanCatalog catalog)
    {
        var before = new Dictionary<string, string?>(StringComparer.Ordinal);
        var pending = new Queue<string>();
        Visit(first, null);
        while (pending.Count > 0)
        {
            var id = pending.Dequeue();
            if (id == planId)
                return WayTo(id, before);
            var plan = catalog.Find(id)!;
            foreach (var next in plan.Nested.Concat(plan.NestedFiles.Select(type => catalog.OfClass(type)?.Id).OfType<string>()))
                Visit(next, id);
        }

        return [];

        void Visit(string id, string? from)
        {
            if ((id == planId ? id : catalog.Find(id)?.Id) is { } found && !before.ContainsKey(found))
            {
                before.Add(found, from);
                pending.Enqueue(found);
            }
        }
    }

    /// <summary>How deep a plan nests others: 1 for one that runs none, and for one that is not known.</summary>
    /// <param name="planId">The id of the plan.</param>
    /// <param name="catalog">The plans.</param>
    /// <param name="depths">What has been found out already.</param>
    public static int DepthOf(string planId, PlanCatalog catalog, Dictionary<string, int> depths) =>
        catalog.Find(planId) is { } plan ? PlanNestingDepth.Of(plan.Id, id => RunBy(catalog.Find(id), catalog), depths) : 1;

    private static IEnumerable<string> RunBy(CatalogPlan? plan, PlanCatalog catalog) =>
        plan is null ? [] : plan.Nested.Select(id => catalog.Find(id)?.Id).Concat(plan.NestedFiles.Select(type => catalog.OfClass(type)?.Id)).OfType<string>();

    private static EquatableArray<string> WayTo(string end, Dictionary<string, string?> before)
    {
        var way = new List<string>();
        for (string? id = end; id is not null; id = before[id])
            way.Add(id);
        way.Add(end);
        way.Reverse();
        return way.ToEquatableArray();
    }
}
