namespace PlanDsl;

/// <summary>The strands of a run, which are used again within it, and by the runs after it. Anybody may return one; its run sees to it
/// that one thread at a time does anything else.</summary>
/// <remarks>Since one thread at a time takes, what is the first idle one for it does not become so again after having been taken
/// meanwhile: others can only come before it.</remarks>
internal sealed class StrandStore
{
    // What one run may leave to the next: a large plan is not to hold memory for ever.
    private const int MostKept = 1_024;

    private static StrandStore? s_kept;

    private readonly List<Strand> _all = [];
    private Strand? _idle;

    /// <summary>All that there are; those that are idle are in no unit.</summary>
    public IEnumerable<Strand> All => _all;

    /// <summary>One that another run has left, or a new one.</summary>
    public static StrandStore Rent() => Interlocked.Exchange(ref s_kept, null) ?? new();

    /// <summary>Leaves it to another run. No strand may be executing.</summary>
    public void GiveBack()
    {
        if (_all.Count <= MostKept)
            Volatile.Write(ref s_kept, this);
    }

    /// <summary>A strand for a unit that is about to execute.</summary>
    public Strand Take()
    {
        while (Volatile.Read(ref _idle) is { } first)
        {
            if (Interlocked.CompareExchange(ref _idle, first.Next, first) == first)
                return first;
        }

        var strand = new Strand();
        _all.Add(strand);
        return strand;
    }

    /// <summary>Takes one back whose unit has ended.</summary>
    public void Return(Strand strand)
    {
        strand.Release();
        Strand? first;
        do
        {
            first = Volatile.Read(ref _idle);
            strand.Next = first;
        }
        while (Interlocked.CompareExchange(ref _idle, strand, first) != first);
    }
}
