using System.Collections.Immutable;

namespace PlanDsl.Model;

/// <summary>Finds a short cycle in each cyclic component, the witness that a person is shown.</summary>
public sealed class ShortCycles
{
    // What all searches of one graph may follow together before each component gets but one, which keeps it linear.
    private const int MaxEdges = 1_000_000;

    private readonly PlanGraph _graph;
    private readonly StronglyConnectedComponents _components;
    private readonly int[] _cameFrom;
    private readonly int[] _seenBy;
    private readonly int[] _depth;
    private readonly Queue<int> _queue = new();
    private int _searches;
    private int _edges;

    private ShortCycles(PlanGraph graph, StronglyConnectedComponents components)
    {
        _graph = graph;
        _components = components;
        _cameFrom = new int[graph.Count];
        _seenBy = new int[graph.Count];
        _depth = new int[graph.Count];
    }

    /// <summary>One cycle for each of <see cref="StronglyConnectedComponents.Cyclic"/>, in that order. It begins with its
    /// earliest declared step and follows the edges; the last step leads back to the first. No cycle of its component
    /// is shorter; only where the cyclic components are so large that proving this would follow more than a million edges, it is
    /// the shortest through the steps that could be tried. The same graph gives the same cycles.</summary>
    public static ImmutableArray<ImmutableArray<int>> Of(PlanGraph graph, StronglyConnectedComponents components)
    {
        if (components.Cyclic.IsEmpty)
            return [];
        var search = new ShortCycles(graph, components);
        return [.. components.Cyclic.Select(search.ShortestIn)];
    }

    private ImmutableArray<int> ShortestIn(ImmutableArray<int> component)
    {
        var best = new List<int>();
        var shortest = int.MaxValue;
        for (var i = 0; i < component.Length && shortest > 2 && (i == 0 || _edges < MaxEdges); i++)
        {
            var last = LastOfCycleThrough(component[i], shortest);
            if (last < 0)
                continue;
            best.Clear();
            for (var step = last; step != component[i]; step = _cameFrom[step])
                best.Add(step);
            best.Add(component[i]);
            best.Reverse();
            shortest = best.Count;
        }

        return FromEarliest(best);
    }

    // Breadth first from start, until an edge leads back to it: the step that this edge leaves; -1 if no cycle through
    // start is shorter than the limit.
    private int LastOfCycleThrough(int start, int limit)
    {
        _searches++;
        _queue.Clear();
        _queue.Enqueue(start);
        _seenBy[start] = _searches;
        _depth[start] = 1;
        while (_queue.Count > 0)
        {
            var step = _queue.Dequeue();
            if (_depth[step] >= limit)
                return -1;
            foreach (var successor in _graph.SuccessorsOf(step))
            {
                _edges++;
                if (successor == start)
                    return step;
                if (_seenBy[successor] == _searches || _components.ComponentOf(successor) != _components.ComponentOf(start))
                    continue;
                _seenBy[successor] = _searches;
                _depth[successor] = _depth[step] + 1;
                _cameFrom[successor] = step;
                _queue.Enqueue(successor);
            }
        }

        return -1;
    }

    private static ImmutableArray<int> FromEarliest(List<int> cycle)
    {
        var earliest = 0;
        for (var i = 1; i < cycle.Count; i++)
        {
            if (cycle[i] < cycle[earliest])
                earliest = i;
        }

        return [.. cycle.Skip(earliest), .. cycle.Take(earliest)];
    }
}
