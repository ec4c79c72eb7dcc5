namespace PlanDsl.Model;

/// <summary>Which steps start together, because one reads live what the other produces: chains, since a step reads one stream
/// live, and a stream is read live by one step. Immutable.</summary>
/// <param name="producers">For each step the step whose stream it reads live, or -1.</param>
public sealed class LiveChains(int[] producers)
{
    /// <summary>The step whose stream <paramref name="step"/> reads live, or -1.</summary>
    public int ProducerOf(int step) => producers[step];

    /// <summary>The first of the steps that start together with <paramref name="step"/>, which is the step itself where it reads
    /// no stream live.</summary>
    public int HeadOf(int step)
    {
        // In a plan that is not sound, a chain may be a circle.
        for (var links = 0; producers[step] >= 0 && links < producers.Length; links++)
            step = producers[step];
        return step;
    }

    /// <summary>The graph by which steps start: a step that reads a stream live waits for its producer alone, and what it waits for
    /// beside that, the head of its chain waits for in its place.</summary>
    /// <param name="declared">The graph as it is declared.</param>
    public PlanGraph StartsOf(PlanGraph declared)
    {
        var edges = new List<(int From, int To)>(declared.AllSuccessors.Length);
        for (var step = 0; step < declared.Count; step++)
        {
            foreach (var predecessor in declared.PredecessorsOf(step))
                edges.Add((predecessor, predecessor == producers[step] ? step : HeadOf(step)));
        }

        return PlanGraph.FromEdges(declared.Count, edges);
    }
}
