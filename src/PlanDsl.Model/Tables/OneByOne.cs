namespace PlanDsl.Model;

/// <summary>The order in which the engine runs the steps of a plan one at a time: a step that has ended is followed by the first
/// of those for which it was the last to be waited for, and the others of these stand behind all that is ready.</summary>
internal sealed class OneByOne
{
    private readonly PlanGraph _graph;
    private readonly int[] _unfinished;
    private readonly Queue<int> _ready = [];

    public OneByOne(PlanGraph graph)
    {
        _graph = graph;
        _unfinished = new int[graph.Count];
        Order = new(graph.Count);
        for (var step = 0; step < graph.Count; step++)
        {
            _unfinished[step] = graph.PredecessorsOf(step).Length;
            if (_unfinished[step] == 0)
                _ready.Enqueue(step);
        }

        while (_ready.Count > 0)
        {
            for (int? next = _ready.Dequeue(); next is { } step; next = Settle(step))
                Order.Add(step);
        }
    }

    /// <summary>The steps in this order.</summary>
    public List<int> Order { get; }

    private int? Settle(int ended)
    {
        int? first = null;
        foreach (var successor in _graph.SuccessorsOf(ended))
        {
            if (--_unfinished[successor] != 0)
                continue;
            if (first is null)
                first = successor;
            else
                _ready.Enqueue(successor);
        }

        return first;
    }
}
