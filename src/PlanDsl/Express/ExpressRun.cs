namespace PlanDsl;

/// <summary>A run that nobody watches, of a plan whose steps ask for nothing but to be called, in time and again if they fail: as long
/// as all of them succeed, nobody can tell a status, a time or an event from another, so that none is kept. What is left is which units
/// are ready. On the first failure or cancellation, or when the time of a step is up, a <see cref="Coordinator"/> takes over.</summary>
/// <remarks>There is a word for each unit. It counts the predecessors that have not ended, which those who end them do atomically;
/// whoever brings it to zero owns the unit, alone, and with it the word, by which it stands in a line if it cannot start at once. From
/// then on the word is written by plain writes: that the unit executes, and that it has ended. The run has ended when all units without
/// successors have. How that goes together with handing the run over is said there.</remarks>
internal abstract partial class ExpressRun : IStrandOwner, IBegunRun
{
    // In place of the count of predecessors: somebody has taken the unit; its last step has succeeded.
    private const int Executing = -2;
    private const int Ended = -3;

    private readonly UnitTable _units;
    private readonly int[] _unfinished;
    private readonly BodyCancellation? _bodies;
    private int _unfinishedEnds;

    private protected ExpressRun(PlanTable plan, TimeProvider time)
    {
        Time = time;
        _units = plan.Units;
        _isBounded = plan.MaxParallel != 0;
        _room = plan.MaxParallel;
        _unfinished = [.. _units.PredecessorCounts];
        _unfinishedEnds = _units.EndCount;
        _ready = new(_unfinished);
        _bodies = plan.TakesTokens ? new() : null;
        Context = ExecutionContext.Capture();
        for (var unit = 0; unit < _unfinished.Length; unit++)
        {
            if (_unfinished[unit] == 0)
                _ready.Append(unit);
        }
    }

    /// <summary>The token of every body; none where no body takes one.</summary>
    public CancellationToken BodyToken => _bodies?.Token ?? CancellationToken.None;

    /// <summary>The context of whoever has started the run; null if its flow was suppressed.</summary>
    public ExecutionContext? Context { get; }

    /// <summary>What time it is to the run.</summary>
    public TimeProvider Time { get; }

    /// <summary>The units of the plan.</summary>
    private protected UnitTable Units => _units;

    /// <summary>Goes on with the run on the thread on which a body has returned.</summary>
    public void Resume(Strand strand) => Resume(new(strand.Unit, strand), strand.Failure);

    /// <summary>Goes on with the run on the thread on which the body of a unit has returned.</summary>
    public abstract void Resume(in ExpressTurn turn, Exception? failure);

    /// <summary>Counts a unit as ended, and takes one that may start then, by preference a successor; <see langword="false"/>
    /// if the run has been handed over.</summary>
    /// <param name="ended">What was to be done, all of which has succeeded.</param>
    /// <param name="isNested">Whether this thread is inside a body, on top of which no other body may run.</param>
    /// <param name="next">What this thread is to do next.</param>
    private protected bool TrySettle(in ExpressTurn ended, bool isNested, out ExpressTurn next)
    {
        next = ExpressTurn.None;
        Volatile.Write(ref _unfinished[ended.Unit], Ended);
        if (IsHandedOver)
            return false;

        var successors = _units.SuccessorsOf(ended.Unit);
        if (successors.IsEmpty && Interlocked.Decrement(ref _unfinishedEnds) == 0)
        {
            Return(ended.Strand);
            next = ExpressTurn.OfEnd;
            return true;
        }

        var found = new ReadyQueue(_unfinished);
        foreach (var successor in successors)
        {
            if (Interlocked.Decrement(ref _unfinished[successor]) == 0)
                found.Append(successor);
        }

        next = TakeAfter(ended, found, isNested);
        return true;
    }

    /// <summary>Leaves what others can use. The last thing that a run does.</summary>
    private protected void Close()
    {
        _strands?.GiveBack();
        _bodies?.Release();
    }
}
