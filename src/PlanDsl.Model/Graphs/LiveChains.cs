namespace PlanDsl.Model;

/// <summary>Which steps start together, because one reads live what the other produces: chains, since a step reads one stream
/// live, and a stream is read live by one step. Immutable.</summary>
public sealed class LiveChains
{
    private readonly int[] _producers;
    private readonly int[] _readers;

    /// <summary>The chains of a plan.</summary>
    /// <param name="producers">For each step the step whose stream it reads live, or -1.</param>
    public LiveChains(int[] producers)
    {
        _producers = producers;
        _readers = new int[producers.Length];
        for (var step = 0; step < _readers.Length; step++)
            _readers[step] = -1;
        for (var step = _readers.Length - 1; step >= 0; step--)
        {
            if (producers[step] >= 0)
                _readers[producers[step]] = step;
        }
    }

    /// <summary>The step whose stream <paramref name="step"/> reads live, or -1.</summary>
    public int ProducerOf(int step) => _producers[step];

    /// <summary>The step that reads the stream of <paramref name="step"/> live, or -1; in a plan that is not sound, the first of them.</summary>
    public int ReaderOf(int step) => _readers[step];

    /// <summary>The first of the steps that start together with <paramref name="step"/>, which is the step itself where it reads
    /// no stream live.</summary>
    public int HeadOf(int step)
    {
        // In a plan that is not sound, a chain may be a circle.
        for (var links = 0; _producers[step] >= 0 && links < _producers.Length; links++)
            step = _producers[step];
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
                edges.Add((predecessor, predecessor == _producers[step] ? step : HeadOf(step)));
        }

        return PlanGraph.FromEdges(declared.Count, edges);
    }
}
