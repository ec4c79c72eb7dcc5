namespace PlanDsl;

/// <summary>A run that nobody watches, of a plan whose steps ask for nothing but to be called, in time and again if they fail. What
/// is kept is which units are ready. On the first failure or cancellation, or when the time of a step is up, a
/// <see cref="Coordinator"/> takes over.</summary>
/// <remarks>Who brings the word of a unit to zero has it stand in a line by that word, if it cannot start at once.</remarks>
internal abstract partial class ExpressRun : CountedRun, IStrandOwner, IBegunRun
{
    private readonly UnitTable _units;
    private int _unfinishedEnds;

    private protected ExpressRun(PlanTable plan, TimeProvider time, CancellationToken cancellationToken)
        : base([.. plan.Units.PredecessorCounts], plan.TakesTokens ? new() : null, ExecutionContext.Capture(), time, cancellationToken)
    {
        _units = plan.Units;
        _isBounded = plan.MaxParallel != 0;
        _room = plan.MaxParallel;
        _unfinishedEnds = _units.EndCount;
        _ready = new(Words);
        for (var unit = 0; unit < Words.Length; unit++)
        {
            if (Words[unit] == 0)
                _ready.Append(unit);
        }
    }

    /// <summary>The units of the plan.</summary>
    private protected UnitTable Units => _units;

    /// <summary>Goes on with the run on the thread on which a body has returned.</summary>
    public abstract void Resume(Strand strand);

    /// <summary>Counts a unit as ended, and takes one that may start then, by preference a successor; <see langword="false"/>
    /// if the run has been handed over.</summary>
    /// <param name="ended">What was to be done, all of which has succeeded.</param>
    /// <param name="isNested">Whether this thread is inside a body, on top of which no other body may run.</param>
    /// <param name="next">What this thread is to do next.</param>
    private protected bool TrySettle(in ExpressTurn ended, bool isNested, out ExpressTurn next)
    {
        next = ExpressTurn.None;
        if (!TrySettle(ended.Unit))
            return false;

        var successors = _units.SuccessorsOf(ended.Unit);
        if (successors.IsEmpty && Interlocked.Decrement(ref _unfinishedEnds) == 0)
        {
            Return(ended.Strand);
            next = ExpressTurn.OfEnd;
            return true;
        }

        var found = new ReadyQueue(Words);
        foreach (var successor in successors)
        {
            if (Interlocked.Decrement(ref Words[successor]) == 0)
                found.Append(successor);
        }

        next = TakeAfter(ended, found, isNested);
        return true;
    }

    /// <inheritdoc/>
    private protected override void Close()
    {
        _strands?.GiveBack();
        base.Close();
    }
}
