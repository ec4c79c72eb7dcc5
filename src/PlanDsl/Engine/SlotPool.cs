namespace PlanDsl;

/// <summary>A bound on how many bodies execute at once. Pools nest: a slot of an inner one is a slot of the outer one too, so
/// that every bound on the way applies. Not thread-safe; guarded by the lock of the runs that share it.</summary>
/// <param name="size">How many slots there are, 1 or more.</param>
/// <param name="outer">The pool within which this one lies; <see langword="null"/> for the outermost.</param>
internal sealed class SlotPool(int size, SlotPool? outer)
{
    private Queue<Coordinator>? _waiting;
    private int _taken;

    /// <summary>Whether a body may start.</summary>
    public bool HasRoom => FirstFull() is null;

    private SlotPool? Outer => outer;

    private bool IsFull => _taken >= size;

    /// <summary>The pool for what has this bound within another pool; the other one where there is no such bound.</summary>
    public static SlotPool? Within(SlotPool? outer, int? bound) => bound is { } size ? new(size, outer) : outer;

    public void Take()
    {
        for (var pool = this; pool is not null; pool = pool.Outer)
            pool._taken++;
    }

    public void Release()
    {
        for (var pool = this; pool is not null; pool = pool.Outer)
            pool._taken--;
    }

    /// <summary>Puts a run that has found no room in line for a slot of the pool that has none.</summary>
    public void StandInLine(Coordinator run)
    {
        var full = FirstFull()!;
        (full._waiting ??= new()).Enqueue(run);
    }

    /// <summary>Takes a run out of the line for a pool that has room now, though perhaps not on the whole of its way.</summary>
    public Coordinator? CallNext()
    {
        for (var pool = this; pool is not null; pool = pool.Outer)
        {
            if (!pool.IsFull && pool._waiting is { } waiting && waiting.TryDequeue(out var run))
                return run;
        }

        return null;
    }

    private SlotPool? FirstFull()
    {
        var pool = this;
        while (pool is { IsFull: false })
            pool = pool.Outer;
        return pool;
    }
}
