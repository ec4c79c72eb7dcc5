namespace PlanDsl.Model;

/// <summary>Which nodes of an acyclic graph are on all ways from its first node to another. Made in n log n, and asked in log n.</summary>
internal sealed class Dominators
{
    private const int None = -1;

    private readonly int[] _depth;
    private readonly int[] _parent; // the nearest of those that are on all ways to a node
    private readonly int[] _jump;   // one further up: twice as far as where the jumps before were alike, so that few lead to any

    private Dominators(int count)
    {
        _depth = new int[count];
        _parent = new int[count];
        _jump = new int[count];
        for (var node = 0; node < count; node++)
            _parent[node] = _jump[node] = None;
    }

    /// <summary>Those of a graph; <see langword="null"/> where it has circles.</summary>
    /// <param name="count">How many nodes there are.</param>
    /// <param name="first">The node at which all ways begin.</param>
    /// <param name="edges">The edges of the nodes that can be reached from there.</param>
    /// <param name="reached">How many these are.</param>
    public static Dominators? Of(int count, int first, List<(int From, int To)> edges, int reached)
    {
        var dominators = new Dominators(count);
        var (waits, start) = (new int[count], new int[count + 1]);
        foreach (var (from, to) in edges)
        {
            waits[to]++;
            start[from + 1]++;
        }

        for (var node = 0; node < count; node++)
            start[node + 1] += start[node];
        var (targets, free) = (new int[edges.Count], (int[])start.Clone());
        foreach (var (from, to) in edges)
            targets[free[from]++] = to;

        var ready = new Stack<int>([first]);
        dominators._jump[first] = first;
        for (; ready.Count > 0; reached--)
        {
            var node = ready.Pop();
            for (var i = start[node]; i < start[node + 1]; i++)
            {
                var next = targets[i];
                if (next == first)
                    continue;
                dominators._parent[next] = dominators._parent[next] == None ? node : dominators.Common(dominators._parent[next], node);
                if (--waits[next] > 0)
                    continue;
                dominators.Place(next);
                ready.Push(next);
            }
        }

        return reached == 0 ? dominators : null;
    }

    /// <summary>Whether a node is on all ways to another; also where no way leads to that.</summary>
    public bool Dominates(int node, int other)
    {
        if (_jump[other] == None)
            return true;
        if (_jump[node] == None)
            return false;
        while (_depth[other] > _depth[node])
            other = _depth[_jump[other]] < _depth[node] ? _parent[other] : _jump[other];
        return other == node;
    }

    // All that is above it is placed by then.
    private void Place(int node)
    {
        var parent = _parent[node];
        var jump = _jump[parent];
        _depth[node] = _depth[parent] + 1;
        _jump[node] = _depth[parent] - _depth[jump] == _depth[jump] - _depth[_jump[jump]] ? _jump[jump] : parent;
    }

    // Nodes at the same depth jump equally far.
    private int Common(int one, int other)
    {
        if (_depth[one] < _depth[other])
            (one, other) = (other, one);
        while (_depth[one] > _depth[other])
            one = _depth[_jump[one]] < _depth[other] ? _parent[one] : _jump[one];
        while (one != other)
            (one, other) = _jump[one] == _jump[other] ? (_parent[one], _parent[other]) : (_jump[one], _jump[other]);
        return one;
    }
}
