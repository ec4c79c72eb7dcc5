namespace PlanDsl;

/// <summary>The <see cref="UnitAwaiter">awaiters</see> that wait for nothing. Each thread has a pile of its own, of which others know
/// nothing; those who end bodies, often on other threads than begin them, leave whole piles to the others.</summary>
/// <remarks>A pile is left by a compare-and-swap of what lies on top, and all of them are taken at once by an exchange. So nobody ever
/// swaps in what he has read below the top, and it does no harm that what was on top may have been taken and left again meanwhile.</remarks>
internal sealed class IdleAwaiters
{
    private const int MostInPile = 64;

    // What one large run may leave to the next: it is not to hold memory for ever.
    private const int MostPiles = 32;

    private static UnitAwaiter? s_left;

    [ThreadStatic]
    private static IdleAwaiters? t_own;

    private UnitAwaiter? _first;
    private int _count;

    // Piles of others that this thread has taken over, and has yet to use.
    private UnitAwaiter? _taken;

    private IdleAwaiters()
    {
    }

    /// <summary>One that waits for nothing.</summary>
    public static UnitAwaiter Take() => (t_own ??= new()).TakeFirst();

    /// <summary>Takes one back whose body has returned.</summary>
    public static void Return(UnitAwaiter awaiter) => (t_own ??= new()).Put(awaiter);

    private UnitAwaiter TakeFirst()
    {
        if ((_first ?? TakePile()) is not { } first)
            return new();
        _first = first.Next;
        _count--;
        first.Next = null;
        return first;
    }

    private void Put(UnitAwaiter awaiter)
    {
        if (_count >= MostInPile)
            LeavePile();
        awaiter.Next = _first;
        _first = awaiter;
        _count++;
    }

    private UnitAwaiter? TakePile()
    {
        var pile = _taken ?? Interlocked.Exchange(ref s_left, null);
        _taken = pile?.NextPile;
        if (pile is null)
            return null;
        pile.NextPile = null;
        _count = MostInPile;
        return pile;
    }

    private void LeavePile()
    {
        var pile = _first!;
        (_first, _count) = (null, 0);
        UnitAwaiter? first;
        do
        {
            first = Volatile.Read(ref s_left);
            pile.NextPile = first;
            pile.PilesBelow = first is null ? 0 : first.PilesBelow + 1;
            if (pile.PilesBelow >= MostPiles)
                return;
        }
        while (Interlocked.CompareExchange(ref s_left, pile, first) != first);
    }
}
