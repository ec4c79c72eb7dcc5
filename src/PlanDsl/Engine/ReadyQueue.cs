namespace PlanDsl;

/// <summary>The steps that may start, in the order in which they are to. It threads its links through the array of
/// predecessor counters, whose entry a step no longer needs once it is ready; so it never allocates.</summary>
internal struct ReadyQueue(int[] links)
{
    private const int None = -1;

    private int _first = None;
    private int _last = None;

    /// <summary>Whether no step stands in it. Others may ask meanwhile, if they can do with an answer that is not true any more.</summary>
    public readonly bool IsEmpty => Volatile.Read(in _first) == None;

    /// <summary>The step that is to start next.</summary>
    public readonly int First => _first;

    public void Append(int step)
    {
        links[step] = None;
        if (_first == None)
            _first = step;
        else
            links[_last] = step;
        _last = step;
    }

    /// <summary>Appends all that stand in another queue, which threads its links through the same array.</summary>
    public void Append(in ReadyQueue others)
    {
        if (others._first == None)
            return;
        if (_first == None)
            _first = others._first;
        else
            links[_last] = others._first;
        _last = others._last;
    }

    public void Prepend(int step)
    {
        links[step] = _first;
        if (_first == None)
            _last = step;
        _first = step;
    }

    public void RemoveFirst() => _first = links[_first];

    /// <summary>Takes a step out that stands anywhere in the queue.</summary>
    public void Remove(int step)
    {
        if (step == _first)
        {
            RemoveFirst();
            return;
        }

        var before = _first;
        while (links[before] != step)
            before = links[before];
        links[before] = links[step];
        if (step == _last)
            _last = before;
    }

    /// <summary>Takes a step out if it stands in the queue; whether it did.</summary>
    public bool TryRemove(int step)
    {
        for (var other = _first; other != None; other = links[other])
        {
            if (other != step)
                continue;
            Remove(step);
            return true;
        }

        return false;
    }

    public void RemoveAll(Func<int, bool> isRemoved)
    {
        var all = this;
        Clear();
        while (!all.IsEmpty)
        {
            var step = all.First;
            all.RemoveFirst();
            if (!isRemoved(step))
                Append(step);
        }
    }

    public void Clear() => _first = None;
}
