namespace PlanDsl.Cli;

/// <summary>Where everything stands in the picture of a plan: layers from left to right, few crossings, edges that pass between the
/// boxes and never behind one. The same plan always gives the same layout. Immutable.</summary>
internal sealed class PlanLayout
{
    private const double Gap = 18;
    private const double LaneHeight = 14;
    private const double NarrowestGutter = 56;

    private readonly DrawnBox[] _boxes;

    private PlanLayout(DrawnBox[] boxes, IReadOnlyList<EdgeRoute> routes)
    {
        _boxes = boxes;
        Routes = routes;
        Width = boxes.Select(static box => box.Right).DefaultIfEmpty(0).Max();
        var ends = boxes.Select(static box => box.Bottom).Concat(routes.SelectMany(static route => route.Points).Select(static point => point.Y));
        Height = ends.DefaultIfEmpty(0).Max();
    }

    /// <summary>How wide the picture is.</summary>
    public double Width { get; }

    /// <summary>How high the picture is.</summary>
    public double Height { get; }

    /// <summary>The ways of the edges.</summary>
    public IReadOnlyList<EdgeRoute> Routes { get; }

    /// <summary>Where the node with this number in <see cref="PlanDrawing.Nodes"/> stands.</summary>
    public DrawnBox BoxOf(int node) => _boxes[node];

    /// <summary>Lays out <paramref name="drawing"/>.</summary>
    public static PlanLayout Of(PlanDrawing drawing)
    {
        var numbers = new Dictionary<int, int>(drawing.Nodes.Length);
        foreach (var node in drawing.Nodes)
            numbers.Add(node.Step, numbers.Count);
        var layers = NodeLayers.Of(drawing);
        var sizes = drawing.Nodes.Select(node => BoxSizes.Of(node, drawing.Model)).ToArray();
        var graph = LayeredGraph.Of([.. drawing.Nodes.Select(node => layers[node.Step])], [.. EdgesOf(drawing, numbers)]);
        CrossingReduction.Apply(graph);
        var heights = new double[graph.LayerOf.Length];
        for (var vertex = 0; vertex < heights.Length; vertex++)
            heights[vertex] = graph.IsLane(vertex) ? LaneHeight : sizes[vertex].Height + Gap;
        var centres = Straightening.Apply(graph, heights);
        var columns = Columns(graph, sizes);
        var boxes = new DrawnBox[sizes.Length];
        for (var node = 0; node < boxes.Length; node++)
        {
            var (left, width) = columns[graph.LayerOf[node]];
            var (own, height) = drawing.Nodes[node].Members.IsEmpty ? (width, sizes[node].Height) : sizes[node];
            boxes[node] = new(left + ((width - own) / 2), centres[node] - (height / 2), own, height);
        }

        return new(boxes, [.. graph.Routes.Select(route => RouteOf(route, graph, boxes, columns, centres))]);
    }

    private static IEnumerable<(int From, int To)> EdgesOf(PlanDrawing drawing, Dictionary<int, int> numbers)
    {
        foreach (var node in drawing.Nodes)
        {
            foreach (var successor in drawing.Graph.SuccessorsOf(node.Step).ToArray())
                yield return (numbers[node.Step], numbers[successor]);
        }
    }

    // The more edges pass between two layers, the more room they have to bend.
    private static (double Left, double Width)[] Columns(LayeredGraph graph, (double Width, double Height)[] sizes)
    {
        var columns = new (double Left, double Width)[graph.Layers.Length];
        var left = 0.0;
        for (var layer = 0; layer < columns.Length; layer++)
        {
            columns[layer] = (left, graph.Layers[layer].Where(vertex => !graph.IsLane(vertex)).Select(vertex => sizes[vertex].Width).DefaultIfEmpty(0).Max());
            left += columns[layer].Width + NarrowestGutter + Math.Min(80, 1.5 * graph.Layers[layer].Sum(vertex => graph.Next[vertex].Count));
        }

        return columns;
    }

    private static EdgeRoute RouteOf(int[] route, LayeredGraph graph, DrawnBox[] boxes, (double Left, double Width)[] columns, double[] centres)
    {
        var points = new List<(double X, double Y)> { (boxes[route[0]].Right, boxes[route[0]].Middle) };
        for (var i = 0; i < route.Length; i++)
        {
            var (left, width) = columns[graph.LayerOf[route[i]]];
            if (i > 0)
                points.Add((left, centres[route[i]]));
            if (i < route.Length - 1)
                points.Add((left + width, centres[route[i]]));
        }

        points.Add((boxes[route[^1]].X, boxes[route[^1]].Middle));
        return new(route[0], route[^1], points);
    }
}
