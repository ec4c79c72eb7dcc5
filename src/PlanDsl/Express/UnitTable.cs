using PlanDsl.Model;

namespace PlanDsl;

/// <summary>A plan as an express run sees it: units that are scheduled as one, each a strand of steps or a single step, and the
/// edges between them. Immutable; made once per plan.</summary>
internal sealed class UnitTable
{
    private readonly int[] _successorStart;
    private readonly int[] _successors;
    private readonly int[][] _strands;
    private readonly int[] _calls;
    private readonly Traits[] _traits;
    private readonly TimeSpan?[]? _timeouts;

    /// <param name="plan">The plan.</param>
    /// <param name="strands">The steps of each strand, in order; every step that is in none is a unit of its own.</param>
    public UnitTable(PlanTable plan, int[][] strands)
    {
        var unitOf = new int[plan.StepCount];
        var units = UnitsOf(plan, strands);
        _strands = [.. units.Select(static unit => unit.Steps)];
        _calls = [.. units.Select(static unit => unit.Strand < 0 ? unit.Steps[0] : ~unit.Strand)];
        foreach (var (unit, steps) in _strands.Index())
        {
            foreach (var step in steps)
                unitOf[step] = unit;
        }

        PredecessorCounts = Array.ConvertAll(_strands, steps => plan.PredecessorCounts[steps[0]]);
        _timeouts = Array.Exists(plan.Traits, static step => (step & (int)StepTraits.Bounded) != 0)
            ? [.. units.Select(unit => plan.Has(unit.Steps[0], StepTraits.Bounded) ? plan.PolicyOf(unit.Steps[0])!.Timeout : null)]
            : null;
        _traits = [.. units.Select((unit, index) => TraitsOf(plan, unit.Strand, unit.Steps, TimeoutOf(index)))];
        _successorStart = new int[Count + 1];
        var successors = new List<int>(plan.Successors.Length);
        for (var unit = 0; unit < Count; unit++)
        {
            foreach (var successor in plan.SuccessorsOf(_strands[unit][^1]))
                successors.Add(unitOf[successor]);
            _successorStart[unit + 1] = successors.Count;
        }

        _successors = [.. successors];
        EndCount = Enumerable.Range(0, Count).Count(unit => SuccessorsOf(unit).IsEmpty);
        AreSound = HaveOrder();
    }

    /// <summary>How many units there are.</summary>
    public int Count => _strands.Length;

    /// <summary>How many units have no successors.</summary>
    public int EndCount { get; }

    /// <summary>Whether all of them can be run: no two wait for each other.</summary>
    public bool AreSound { get; }

    /// <summary>How many units directly precede each.</summary>
    public int[] PredecessorCounts { get; }

    /// <summary>What a unit calls: its one step, or the complement of the number of its strand.</summary>
    public int CallOf(int unit) => _calls[unit];

    /// <summary>Whether a unit calls a strand, be it one of a single step, and not a step.</summary>
    public bool IsStrand(int unit) => _calls[unit] < 0;

    /// <summary>Whether every body of a unit returns a task, so that it gives the thread back soon.</summary>
    public bool IsAsync(int unit) => (_traits[unit] & Traits.Async) != Traits.None;

    /// <summary>How long the one step of a unit may execute; <see langword="null"/> for no bound.</summary>
    public TimeSpan? TimeoutOf(int unit) => _timeouts?[unit];

    /// <summary>Whether whoever hands the run over has to find a unit while it executes: it has more than one step, or a timeout.</summary>
    public bool NeedsStrand(int unit) => (_traits[unit] & Traits.NeedsStrand) != Traits.None;

    /// <summary>The steps of a unit, in order.</summary>
    public int[] StepsOf(int unit) => _strands[unit];

    public ReadOnlySpan<int> SuccessorsOf(int unit) => _successors.AsSpan(_successorStart[unit]..(_successorStart[unit + 1]));

    private bool HaveOrder()
    {
        int[] unfinished = [.. PredecessorCounts];
        var ready = new Stack<int>(Enumerable.Range(0, Count).Where(unit => unfinished[unit] == 0));
        var ended = 0;
        for (; ready.TryPop(out var unit); ended++)
        {
            foreach (var successor in SuccessorsOf(unit))
            {
                if (--unfinished[successor] == 0)
                    ready.Push(successor);
            }
        }

        return ended == Count;
    }

    private static Traits TraitsOf(PlanTable plan, int strand, int[] steps, TimeSpan? timeout) =>
        (Array.TrueForAll(steps, step => plan.Has(step, StepTraits.Async)) ? Traits.Async : Traits.None)
        | (strand >= 0 || timeout is not null ? Traits.NeedsStrand : Traits.None);

    // In the order in which the first steps are declared, so that what is ready together starts in that order.
    private static List<(int Strand, int[] Steps)> UnitsOf(PlanTable plan, int[][] strands)
    {
        var strandOf = new int[plan.StepCount];
        Array.Fill(strandOf, -1);
        foreach (var (strand, steps) in strands.Index())
        {
            foreach (var step in steps)
                strandOf[step] = strand;
        }

        var units = new List<(int, int[])>(strandOf.Length);
        for (var step = 0; step < strandOf.Length; step++)
        {
            if (strandOf[step] < 0)
                units.Add((-1, [step]));
            else if (strands[strandOf[step]][0] == step)
                units.Add((strandOf[step], strands[strandOf[step]]));
        }

        return units;
    }

    [Flags]
    private enum Traits : byte
    {
        None = 0,
        Async = 1,
        NeedsStrand = 2,
    }
}
