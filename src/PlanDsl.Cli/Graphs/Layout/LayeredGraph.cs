namespace PlanDsl.Cli;

/// <summary>A graph in which every edge leads from a layer to the next: an edge that spans more is a chain of <em>lanes</em>,
/// vertices of no height that keep the edge's way free of what stands in the layers between.</summary>
internal sealed class LayeredGraph
{
    // Past this the lanes of a huge plan would cost more than a straight way is worth.
    private const int MostLanes = 200_000;

    private LayeredGraph(int nodes, int vertices, int layers)
    {
        NodeCount = nodes;
        LayerOf = new int[vertices];
        Next = new List<int>[vertices];
        Previous = new List<int>[vertices];
        for (var vertex = 0; vertex < vertices; vertex++)
            (Next[vertex], Previous[vertex]) = ([], []);
        Layers = new int[layers][];
    }

    /// <summary>How many vertices are nodes; those behind are lanes.</summary>
    public int NodeCount { get; }

    /// <summary>The layer of each vertex.</summary>
    public int[] LayerOf { get; }

    /// <summary>The vertices of the next layer that each vertex has an edge to.</summary>
    public List<int>[] Next { get; }

    /// <summary>The vertices of the layer before that have an edge to each vertex.</summary>
    public List<int>[] Previous { get; }

    /// <summary>The vertices of each layer, from the first place to the last. Their order is what crossing reduction changes.</summary>
    public int[][] Layers { get; }

    /// <summary>The way of each edge: its source, its lanes, its target.</summary>
    public List<int[]> Routes { get; } = [];

    /// <summary>Whether a vertex is a lane.</summary>
    public bool IsLane(int vertex) => vertex >= NodeCount;

    /// <summary>Makes edges that span layers chains of lanes.</summary>
    /// <param name="layerOf">The layer of each node.</param>
    /// <param name="edges">The edges, each to a later layer.</param>
    public static LayeredGraph Of(int[] layerOf, IReadOnlyList<(int From, int To)> edges)
    {
        var lanes = edges.Sum(edge => (long)layerOf[edge.To] - layerOf[edge.From] - 1);
        var withLanes = lanes <= MostLanes;
        var graph = new LayeredGraph(layerOf.Length, layerOf.Length + (withLanes ? (int)lanes : 0), layerOf.Length == 0 ? 0 : layerOf.Max() + 1);
        layerOf.CopyTo(graph.LayerOf, 0);
        var free = layerOf.Length;
        foreach (var (from, to) in edges)
        {
            var route = new int[withLanes ? layerOf[to] - layerOf[from] + 1 : 2];
            (route[0], route[^1]) = (from, to);
            for (var i = 1; i < route.Length - 1; i++)
            {
                graph.LayerOf[free] = layerOf[from] + i;
                route[i] = free++;
            }

            graph.Add(route);
        }

        foreach (var layer in Enumerable.Range(0, graph.LayerOf.Length).GroupBy(vertex => graph.LayerOf[vertex]))
            graph.Layers[layer.Key] = [.. layer];
        return graph;
    }

    private void Add(int[] route)
    {
        Routes.Add(route);
        for (var i = 1; i < route.Length; i++)
        {
            if (LayerOf[route[i]] - LayerOf[route[i - 1]] != 1)
                continue;
            Next[route[i - 1]].Add(route[i]);
            Previous[route[i]].Add(route[i - 1]);
        }
    }
}
