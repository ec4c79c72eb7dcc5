namespace PlanDsl.Cli;

/// <summary>Orders the vertices of each layer so that few edges cross: sweeps over the layers, forth and back, put each vertex at the
/// mean place of its neighbours, and the best order that came up is kept.</summary>
/// <param name="graph">The graph, whose order is changed.</param>
internal sealed class CrossingReduction(LayeredGraph graph)
{
    private const int MostSweeps = 24;
    private const int Patience = 6;

    private readonly double[] _place = new double[graph.LayerOf.Length];

    /// <summary>Orders the layers of <paramref name="graph"/>. The same graph always comes out the same.</summary>
    /// <returns>How many edges cross in the end.</returns>
    public static long Apply(LayeredGraph graph) => new CrossingReduction(graph).Run();

    private long Run()
    {
        foreach (var layer in graph.Layers)
            Number(layer);
        var best = CrossingCount.Of(graph);
        var order = Copy();
        for (int sweep = 0, since = 0; sweep < MostSweeps && since < Patience && best > 0; sweep++, since++)
        {
            if (sweep % 2 == 0)
            {
                for (var layer = 1; layer < graph.Layers.Length; layer++)
                    Sort(graph.Layers[layer], graph.Previous);
            }
            else
            {
                for (var layer = graph.Layers.Length - 2; layer >= 0; layer--)
                    Sort(graph.Layers[layer], graph.Next);
            }

            if (CrossingCount.Of(graph) is var crossings && crossings >= best)
                continue;
            (best, order, since) = (crossings, Copy(), 0);
        }

        order.CopyTo(graph.Layers, 0);
        return best;
    }

    private void Sort(int[] layer, List<int>[] neighbours)
    {
        var keys = new double[layer.Length];
        for (var i = 0; i < layer.Length; i++)
        {
            var near = neighbours[layer[i]];
            keys[i] = near.Count == 0 ? i : near.Sum(vertex => _place[vertex]) / near.Count;
        }

        // Equal means keep their order, or sweeps would never come to rest.
        var sorted = layer.Select((vertex, i) => (vertex, key: keys[i])).OrderBy(static entry => entry.key).Select(static entry => entry.vertex).ToArray();
        sorted.CopyTo(layer, 0);
        Number(layer);
    }

    private void Number(int[] layer)
    {
        for (var i = 0; i < layer.Length; i++)
            _place[layer[i]] = i;
    }

    private int[][] Copy() => [.. graph.Layers.Select(static layer => layer.ToArray())];
}
