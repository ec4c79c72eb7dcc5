namespace PlanDsl.Model;

/// <summary>The order in which the engine runs the steps of a plan one at a time: a step that has ended is followed by the first
/// of those for which it was the last to be waited for, and the others of these stand behind all that is ready.</summary>
internal sealed class OneByOne
{
    private readonly LinkedList<int> _ready = [];

    public OneByOne(PlanGraph graph)
    {
        var unfinished = new int[graph.Count];
        for (var step = 0; step < graph.Count; step++)
        {
            unfinished[step] = graph.PredecessorsOf(step).Length;
            if (unfinished[step] == 0)
                _ready.AddLast(step);
        }

        while (_ready.First is { Value: var ended })
        {
            _ready.RemoveFirst();
            Order.Add(ended);
            Settle(graph.SuccessorsOf(ended), unfinished);
        }
    }

    /// <summary>The steps in this order.</summary>
    public List<int> Order { get; } = [];

    private void Settle(ReadOnlySpan<int> successors, int[] unfinished)
    {
        var isFirst = true;
        foreach (var successor in successors)
        {
            if (--unfinished[successor] != 0)
                continue;
            if (isFirst)
                _ready.AddFirst(successor);
            else
                _ready.AddLast(successor);
            isFirst = false;
        }
    }
}
