namespace PlanDsl.Cli;

/// <summary>Counts how many pairs of edges cross.</summary>
internal static class CrossingCount
{
    /// <summary>The crossings between all neighbouring layers, in time E log V.</summary>
    public static long Of(LayeredGraph graph)
    {
        var crossings = 0L;
        for (var layer = 1; layer < graph.Layers.Length; layer++)
            crossings += Between(graph, graph.Layers[layer - 1], graph.Layers[layer]);
        return crossings;
    }

    // Walks the edges by their starts, and counts for each how many of those before it end behind its own end.
    private static long Between(LayeredGraph graph, int[] first, int[] second)
    {
        var place = new Dictionary<int, int>(second.Length);
        for (var i = 0; i < second.Length; i++)
            place.Add(second[i], i);
        var tree = new int[second.Length + 1];
        var crossings = 0L;
        var walked = 0;
        foreach (var vertex in first)
        {
            var ends = graph.Next[vertex].ConvertAll(next => place[next]);
            foreach (var end in ends)
                crossings += walked - CountUpTo(tree, end);
            foreach (var end in ends)
                Add(tree, end);
            walked += ends.Count;
        }

        return crossings;
    }

    private static int CountUpTo(int[] tree, int place)
    {
        var count = 0;
        for (var i = place + 1; i > 0; i -= i & -i)
            count += tree[i];
        return count;
    }

    private static void Add(int[] tree, int place)
    {
        for (var i = place + 1; i < tree.Length; i += i & -i)
            tree[i]++;
    }
}
