using PlanDsl.Model;

namespace PlanDsl.Cli;

/// <summary>In which layer each node is drawn.</summary>
internal static class NodeLayers
{
    /// <summary>The layer of each step: behind all that it waits for, and what waits for nothing right before the first that
    /// waits for it, so that no edge is longer than it must be.</summary>
    /// <param name="drawing">The plan.</param>
    public static int[] Of(PlanDrawing drawing)
    {
        var layers = new int[drawing.Graph.Count];
        foreach (var node in drawing.Nodes)
        {
            layers[node.Step] = drawing.LayerOf(node.Step);
            var successors = drawing.Graph.SuccessorsOf(node.Step);
            if (successors.Length > 0 && drawing.Graph.PredecessorsOf(node.Step).Length == 0)
                layers[node.Step] = First(drawing, successors) - 1;
        }

        return layers;
    }

    private static int First(PlanDrawing drawing, ReadOnlySpan<int> steps)
    {
        var first = int.MaxValue;
        foreach (var step in steps)
            first = Math.Min(first, drawing.LayerOf(step));
        return first;
    }
}
