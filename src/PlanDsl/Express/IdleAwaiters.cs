namespace PlanDsl;

/// <summary>The <see cref="UnitAwaiter">awaiters</see> that wait for nothing. Each thread has a pile of its own, of which others know
/// nothing; those who end bodies, often on other threads than begin them, leave whole piles to the others.</summary>
/// <remarks>One lock for each pile that is left or taken, which is one for sixty-four awaiters.</remarks>
internal sealed class IdleAwaiters
{
    private const int MostInPile = 64;

    // What one large run may leave to the next: it is not to hold memory for ever.
    private const int MostPiles = 32;

    private static readonly Lock Gate = new();
    private static UnitAwaiter? s_left;
    private static int s_piles;

    [ThreadStatic]
    private static IdleAwaiters? t_own;

    private UnitAwaiter? _first;
    private int _count;

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
        if (Volatile.Read(ref s_left) is null)
            return null;
        lock (Gate)
        {
            if (s_left is not { } pile)
                return null;
            (s_left, pile.NextPile) = (pile.NextPile, null);
            s_piles--;
            _count = MostInPile;
            return pile;
        }
    }

    private void LeavePile()
    {
        var pile = _first!;
        (_first, _count) = (null, 0);
        lock (Gate)
        {
            if (s_piles == MostPiles)
                return;
            (s_left, pile.NextPile) = (pile, s_left);
            s_piles++;
        }
    }
}
