namespace PlanDsl.Model;

/// <summary>Finds the edges a → c that stand beside a → b and b → c and so say nothing new.</summary>
public static class RedundantEdges
{
    /// <summary>The redundant edges of <paramref name="graph"/>, ordered by target, then by source, each with the earliest
    /// declared step b that makes it so. For each edge the shorter of two lists is walked, which is linear for the graphs that
    /// people write and at worst E·√E.</summary>
    public static IEnumerable<(int From, int Via, int To)> Of(PlanGraph graph)
    {
        var via = new int[graph.Count];
        var marked = new int[graph.Count];       // the last step whose predecessor it is, plus one
        for (var step = 0; step < graph.Count; step++)
        {
            if (graph.PredecessorsOf(step).Length < 2)
                continue;
            Mark(graph, step, marked, via);
            for (var i = graph.PredecessorStart[step]; i < graph.PredecessorStart[step + 1]; i++)
            {
                var from = graph.AllPredecessors[i];
                if (via[from] >= 0)
                    yield return (from, via[from], step);
            }
        }
    }

    private static void Mark(PlanGraph graph, int step, int[] marked, int[] via)
    {
        var predecessors = graph.PredecessorsOf(step);
        foreach (var predecessor in predecessors)
        {
            marked[predecessor] = step + 1;
            via[predecessor] = -1;
        }

        foreach (var middle in predecessors)
        {
            var before = graph.PredecessorsOf(middle);
            if (before.Length <= predecessors.Length)
            {
                foreach (var from in before)
                {
                    if (marked[from] == step + 1 && via[from] < 0)
                        via[from] = middle;
                }
            }
            else
            {
                foreach (var from in predecessors)
                {
                    if (via[from] < 0 && before.BinarySearch(from) >= 0)
                        via[from] = middle;
                }
            }
        }
    }
}
