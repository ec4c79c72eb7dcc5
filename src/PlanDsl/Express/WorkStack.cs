namespace PlanDsl;

/// <summary>The units that one worker of a shared run has found to be ready, and that it will come to unless others are sooner: it takes
/// the one that it has found last, whose predecessors' results are still near its processor, and others take the older half at once.</summary>
/// <remarks>Everything that moves a bound is done under the lock. Without it one may look whether something stands here: for the owner,
/// who alone adds, "nothing" is true until it adds something; for others either answer is a hint.</remarks>
internal sealed class WorkStack
{
    private const int FirstLength = 64;

    private readonly Lock _gate = new();
    private int[] _units = new int[FirstLength];
    private int _bottom;
    private int _top;

    /// <summary>Whether nothing stands here.</summary>
    public bool IsEmpty => Volatile.Read(ref _bottom) == Volatile.Read(ref _top);

    /// <summary>Adds a unit. For the owner.</summary>
    public void Push(int unit)
    {
        lock (_gate)
        {
            if (_top == _units.Length)
                MakeRoom();
            _units[_top] = unit;
            Volatile.Write(ref _top, _top + 1);
        }
    }

    /// <summary>Takes the unit that was added last. For the owner.</summary>
    public bool TryPop(out int unit)
    {
        unit = -1;
        if (IsEmpty)
            return false;
        lock (_gate)
        {
            if (_bottom == _top)
                return false;
            unit = _units[_top - 1];
            Volatile.Write(ref _top, _top - 1);
            return true;
        }
    }

    /// <summary>Takes the older half of what stands in another, of which the last is to be the next. For the owner, with nothing left.</summary>
    public bool TryTakeHalfOf(WorkStack other, out int unit)
    {
        unit = -1;
        if (other.IsEmpty || other.CopyHalfTo(ref _units) is not (> 0 and var count))
            return false;
        unit = _units[count - 1];
        lock (_gate)
        {
            Volatile.Write(ref _bottom, 0);
            Volatile.Write(ref _top, count - 1);
        }

        return true;
    }

    // Nobody looks at the units of a stack in which none stand, so that the other's owner may write there.
    private int CopyHalfTo(ref int[] units)
    {
        lock (_gate)
        {
            var count = (_top - _bottom + 1) / 2;
            if (units.Length < count)
                units = new int[_units.Length];
            Array.Copy(_units, _bottom, units, 0, count);
            Volatile.Write(ref _bottom, _bottom + count);
            return count;
        }
    }

    private void MakeRoom()
    {
        var units = _bottom > _units.Length / 2 ? _units : new int[2 * _units.Length];
        Array.Copy(_units, _bottom, units, 0, _top - _bottom);
        _units = units;
        (_top, _bottom) = (_top - _bottom, 0);
    }
}
