namespace PlanDsl.Cli;

/// <summary>Finds for each vertex its place across the layers: near those that it has edges to, in the order of its layer, and apart
/// from its neighbours.</summary>
/// <param name="graph">The graph, whose order is kept.</param>
/// <param name="sizes">How much room each vertex takes, the distance to the next included.</param>
internal sealed class Straightening(LayeredGraph graph, double[] sizes)
{
    private const int Sweeps = 12;

    // A way that is straight matters most where nothing but the way is seen.
    private const double LaneToLane = 8;
    private const double LaneToNode = 2;

    private readonly double[] _centre = new double[sizes.Length];

    /// <summary>The centre of each vertex; the smallest edge of all is at 0.</summary>
    public static double[] Apply(LayeredGraph graph, double[] sizes) => new Straightening(graph, sizes).Run();

    private double[] Run()
    {
        foreach (var layer in graph.Layers)
            Stack(layer);
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            for (var layer = 1; layer < graph.Layers.Length; layer++)
                Settle(graph.Layers[layer], graph.Previous, sweep == Sweeps - 1 ? graph.Next : null);
            for (var layer = graph.Layers.Length - 2; layer >= 0; layer--)
                Settle(graph.Layers[layer], graph.Next, sweep > Sweeps - 4 ? graph.Previous : null);
        }

        var least = Enumerable.Range(0, sizes.Length).Where(vertex => graph.Layers[graph.LayerOf[vertex]].Length > 0).Select(vertex => _centre[vertex] - (sizes[vertex] / 2)).DefaultIfEmpty(0).Min();
        return Array.ConvertAll(_centre, centre => centre - least);
    }

    private void Stack(int[] layer)
    {
        var at = -layer.Sum(vertex => sizes[vertex]) / 2;
        foreach (var vertex in layer)
        {
            _centre[vertex] = at + (sizes[vertex] / 2);
            at += sizes[vertex];
        }
    }

    // Measured from where it stood if the layer were stacked, no vertex may be before the one that precedes it: what is asked for is
    // the nondecreasing sequence that is nearest to the wishes, and pooling those that would overtake each other gives it.
    private void Settle(int[] layer, List<int>[] near, List<int>[]? alsoNear)
    {
        var pools = new Stack<Pool>();
        var offset = 0.0;
        var offsets = new double[layer.Length];
        for (var i = 0; i < layer.Length; i++)
        {
            offsets[i] = offset + (sizes[layer[i]] / 2);
            offset += sizes[layer[i]];
            var (wish, weight) = WishOf(layer[i], near, alsoNear);
            var pool = new Pool((wish - offsets[i]) * weight, weight, 1);
            while (pools.TryPeek(out var before) && before.Mean > pool.Mean)
                pool = pools.Pop().Join(pool);
            pools.Push(pool);
        }

        var last = layer.Length;
        foreach (var pool in pools)
        {
            for (var i = last - pool.Count; i < last; i++)
                _centre[layer[i]] = pool.Mean + offsets[i];
            last -= pool.Count;
        }
    }

    private (double Wish, double Weight) WishOf(int vertex, List<int>[] near, List<int>[]? alsoNear)
    {
        var (sum, weight) = (_centre[vertex] * 0.01, 0.01);
        Add(near[vertex]);
        if (alsoNear is not null)
            Add(alsoNear[vertex]);
        return (sum / weight, weight);

        void Add(List<int> others)
        {
            foreach (var other in others)
            {
                var pull = (graph.IsLane(vertex), graph.IsLane(other)) switch
                {
                    (true, true) => LaneToLane,
                    (true, false) or (false, true) => LaneToNode,
                    _ => 1,
                };
                sum += _centre[other] * pull;
                weight += pull;
            }
        }
    }

    private readonly record struct Pool(double Sum, double Weight, int Count)
    {
        public double Mean => Sum / Weight;

        public Pool Join(Pool next) => new(Sum + next.Sum, Weight + next.Weight, Count + next.Count);
    }
}
