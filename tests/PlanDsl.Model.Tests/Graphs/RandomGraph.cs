namespace PlanDsl.Model.Tests;

/// <summary>Graphs from a seed, so that a failure can be repeated.</summary>
internal static class RandomGraph
{
    /// <summary>Edges between any two steps; cycles are likely.</summary>
    public static (int Count, (int From, int To)[] Edges) Any(int seed, int maxCount = 12)
    {
        var random = new Random(seed);
        var count = random.Next(1, maxCount + 1);
        return (count, Edges(random, count, random.Next(0, count * 3), static (random, count) => (random.Next(count), random.Next(count))));
    }

    /// <summary>Edges that keep an order of the steps, which is not that of their declaration; no cycles.</summary>
    public static (int Count, (int From, int To)[] Edges) Acyclic(int seed, int maxCount = 12, int edgesPerStep = 3)
    {
        var random = new Random(seed);
        var count = random.Next(2, maxCount + 1);
        var order = Enumerable.Range(0, count).ToArray();
        random.Shuffle(order);
        return (count, Edges(random, count, count * edgesPerStep, (random, count) =>
        {
            var to = random.Next(1, count);
            return (order[random.Next(to)], order[to]);
        }));
    }

    public static PlanGraph Graph(this (int Count, (int From, int To)[] Edges) given) => PlanGraph.FromEdges(given.Count, given.Edges);

    /// <summary>A chain 0 → 1 → … of this many steps.</summary>
    public static PlanGraph Chain(int count) =>
        PlanGraph.FromEdges(count, Enumerable.Range(1, count - 1).Select(to => (to - 1, to)));

    /// <summary>A chain whose last step leads back to the first.</summary>
    public static PlanGraph Ring(int count) =>
        PlanGraph.FromEdges(count, Enumerable.Range(0, count).Select(from => (from, (from + 1) % count)));

    private static (int From, int To)[] Edges(Random random, int count, int edges, Func<Random, int, (int, int)> edge) =>
        [.. Enumerable.Range(0, edges).Select(_ => edge(random, count))];
}
