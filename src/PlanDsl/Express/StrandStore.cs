namespace PlanDsl;

/// <summary>The strands of a run, which are used again within it, and by the runs after it. Not thread-safe; its run guards it.</summary>
internal sealed class StrandStore
{
    // What one run may leave to the next: a large plan is not to hold memory for ever.
    private const int MostKept = 1_024;

    private static StrandStore? s_kept;

    private readonly List<Strand> _all = [];
    private readonly Stack<Strand> _idle = [];

    /// <summary>The strands that are executing.</summary>
    public IEnumerable<Strand> Executing => _all.Where(static strand => strand.Unit >= 0);

    /// <summary>One that another run has left, or a new one.</summary>
    public static StrandStore Rent() => Interlocked.Exchange(ref s_kept, null) ?? new();

    /// <summary>Leaves it to another run. No strand may be executing.</summary>
    public void GiveBack()
    {
        if (_all.Count <= MostKept)
            Volatile.Write(ref s_kept, this);
    }

    /// <summary>A strand for a unit that is about to execute.</summary>
    public Strand Take(ExpressRun run, int unit, int call)
    {
        if (!_idle.TryPop(out var strand))
            _all.Add(strand = new());
        strand.Prepare(run, unit, ~call);
        return strand;
    }

    /// <summary>Keeps further steps from beginning in those that are executing.</summary>
    public void Stop()
    {
        foreach (var strand in Executing)
            strand.Stop();
    }

    /// <summary>Takes one back whose unit has ended.</summary>
    public void Return(Strand strand)
    {
        strand.Release();
        _idle.Push(strand);
    }
}
