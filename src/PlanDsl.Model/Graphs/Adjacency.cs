namespace PlanDsl.Model;

/// <summary>One direction of a graph: the lists of all steps behind one another, and where each begins.</summary>
internal readonly struct Adjacency(int[] start, int[] items)
{
    public int[] Start { get; } = start;

    public int[] Items { get; } = items;

    /// <summary>For each step the sources of the edges that end in it, in the order given; self-edges are dropped.</summary>
    public static Adjacency ByTarget(int count, ReadOnlySpan<(int From, int To)> edges)
    {
        var start = new int[count + 1];
        foreach (var (from, to) in edges)
        {
            if (from != to)
                start[to + 1]++;
        }

        var next = Accumulate(start);
        var items = new int[start[count]];
        foreach (var (from, to) in edges)
        {
            if (from != to)
                items[next[to]++] = from;
        }

        return new(start, items);
    }

    /// <summary>The same of the edges that a plan declares. What does not resolve makes no edge.</summary>
    public static Adjacency ByTarget(int count, PlanBindings bindings)
    {
        var start = new int[count + 1];
        for (var step = 0; step < count; step++)
        {
            var to = bindings.NodeOf(step);
            start[to + 1] += CountOthers(bindings, bindings.AllProducersOf(step), to) + CountOthers(bindings, bindings.DependenciesOf(step), to);
            foreach (var edge in bindings.ImpliedOf(step))
                start[to + 1] += bindings.NodeOf(edge.Producer) == to ? 0 : 1;
        }

        var next = Accumulate(start);
        var items = new int[start[count]];
        for (var step = 0; step < count; step++)
        {
            var to = bindings.NodeOf(step);
            AddOthers(bindings, bindings.AllProducersOf(step), to, items, ref next[to]);
            AddOthers(bindings, bindings.DependenciesOf(step), to, items, ref next[to]);
            foreach (var edge in bindings.ImpliedOf(step))
            {
                if (bindings.NodeOf(edge.Producer) is var from && from != to)
                    items[next[to]++] = from;
            }
        }

        return new(start, items);
    }

    /// <summary>The other direction. The steps are walked in order, so each list comes out ascending, and the second of two
    /// equal edges is seen because it meets the first at the list's end.</summary>
    public Adjacency Transpose()
    {
        var count = Start.Length - 1;
        var begin = new int[count + 1];
        foreach (var item in Items)
            begin[item + 1]++;

        var next = Accumulate(begin);
        var transposed = new int[Items.Length];
        for (var step = 0; step < count; step++)
        {
            for (var i = Start[step]; i < Start[step + 1]; i++)
            {
                var item = Items[i];
                if (next[item] == begin[item] || transposed[next[item] - 1] != step)
                    transposed[next[item]++] = step;
            }
        }

        return Compact(begin, next, transposed);
    }

    private static int CountOthers(PlanBindings bindings, ReadOnlySpan<int> steps, int to)
    {
        var count = 0;
        foreach (var step in steps)
            count += step >= 0 && bindings.NodeOf(step) != to ? 1 : 0;
        return count;
    }

    private static void AddOthers(PlanBindings bindings, ReadOnlySpan<int> steps, int to, int[] items, ref int next)
    {
        foreach (var step in steps)
        {
            if (step >= 0 && bindings.NodeOf(step) is var from && from != to)
                items[next++] = from;
        }
    }

    private static int[] Accumulate(int[] start)
    {
        for (var step = 1; step < start.Length; step++)
            start[step] += start[step - 1];
        return (int[])start.Clone();
    }

    // Closes the gaps that dropped edges left behind each list.
    private static Adjacency Compact(int[] start, int[] end, int[] items)
    {
        var write = 0;
        for (var step = 0; step < start.Length - 1; step++)
        {
            var from = start[step];
            start[step] = write;
            for (var i = from; i < end[step]; i++)
                items[write++] = items[i];
        }

        start[start.Length - 1] = write;
        if (write < items.Length)
            Array.Resize(ref items, write);
        return new(start, items);
    }
}
