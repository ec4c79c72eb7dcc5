namespace PlanDsl;

/// <summary>A run that nobody watches, of a plan whose steps ask for nothing but to be called: as long as all of them succeed,
/// nobody can tell a status, a time or an event from another, so that none is kept. What is left is which units are ready.
/// On the first failure or cancellation a <see cref="Coordinator"/> takes over.</summary>
internal abstract partial class ExpressRun : IStrandOwner, IBegunRun
{
    // In place of the count of predecessors, once these have ended.
    private const int Executing = -2;
    private const int Ended = -3;

    private readonly UnitTable _units;
    private readonly int _maxParallel;
    private readonly int[] _unfinished;
    private readonly BodyCancellation? _bodies;
    private BiasedGate _gate = new();
    private ReadyQueue _ready;
    private int _executing;
    private int _remaining;
    private bool _isWorkerQueued;
    private bool _hasEnded;
    private StrandStore? _strands;

    private protected ExpressRun(PlanTable plan, TimeProvider time)
    {
        Time = time;
        _units = plan.Units;
        _maxParallel = plan.MaxParallel is 0 ? int.MaxValue : plan.MaxParallel;
        _bodies = plan.TakesTokens ? new() : null;
        _unfinished = [.. _units.PredecessorCounts];
        _ready = new(_unfinished);
        _remaining = _units.Count;
        for (var unit = 0; unit < _unfinished.Length; unit++)
        {
            if (_units.PredecessorCounts[unit] == 0)
                _ready.Append(unit);
        }

        Context = ExecutionContext.Capture();
    }

    /// <summary>The token of every body; none where no body takes one.</summary>
    public CancellationToken BodyToken => _bodies?.Token ?? CancellationToken.None;

    /// <summary>What time it is to the run.</summary>
    public TimeProvider Time { get; }

    /// <summary>The units of the plan.</summary>
    private protected UnitTable Units => _units;

    /// <summary>The context of whoever has started the run; null if its flow was suppressed.</summary>
    public ExecutionContext? Context { get; }

    /// <summary>Goes on with the run on the thread on which a body has returned.</summary>
    public abstract void Resume(Strand strand);

    /// <summary>Takes a unit that may start.</summary>
    private protected ExpressTurn Take(ExpressWorker worker, bool wasQueued = false)
    {
        var wantsWorker = false;
        var asOwner = _gate.Enter(worker is ExpressWorker.Owner);
        _isWorkerQueued &= !wasQueued;
        var next = Take(worker, ref wantsWorker);
        _gate.Leave(asOwner);
        if (wantsWorker)
            QueueWorker();
        return next;
    }

    /// <summary>Counts a unit as ended, and takes one that may start then, by preference a successor.</summary>
    /// <param name="ended">What was to be done, all of which has succeeded.</param>
    /// <param name="worker">Who asks.</param>
    /// <param name="heir">Who is to be told instead, if the run has been handed over meanwhile.</param>
    private protected ExpressTurn Complete(in ExpressTurn ended, ExpressWorker worker, out IExpressHeir? heir)
    {
        var wantsWorker = false;
        var next = ExpressTurn.None;
        var asOwner = _gate.Enter(worker is ExpressWorker.Owner);
        heir = _heir;
        if (heir is null)
        {
            Settle(ended.Unit);
            if (ended.Strand is { } strand)
                Strands.Return(strand);
            next = Take(worker, ref wantsWorker);
        }

        _gate.Leave(asOwner);
        if (wantsWorker)
            QueueWorker();
        return next;
    }

    /// <summary>Lets others in: the thread that has started the run leaves, or a body may come back on another one.</summary>
    private protected void Share() => _gate.Share();

    private void Settle(int ended)
    {
        _unfinished[ended] = Ended;
        _executing--;
        _remaining--;
        var isFirst = true;
        foreach (var successor in _units.SuccessorsOf(ended))
        {
            if (--_unfinished[successor] != 0)
                continue;
            if (isFirst)
                _ready.Prepend(successor);
            else
                _ready.Append(successor);
            isFirst = false;
        }
    }

    private ExpressTurn Take(ExpressWorker worker, ref bool wantsWorker)
    {
        if (!MayStartOne)
            return WhyNone();
        if (worker is ExpressWorker.Nested)
        {
            wantsWorker = WantsWorker();
            return ExpressTurn.None;
        }

        var unit = _ready.First;
        _ready.RemoveFirst();
        _unfinished[unit] = Executing;
        _executing++;

        // This thread is busy until a synchronous body returns, so what else is ready needs another.
        if (MayStartOne && !_units.IsAsync(unit))
            wantsWorker = WantsWorker();
        return _units.NeedsStrand(unit) ? new(unit, NewStrand(unit)) : new(unit);
    }

    /// <summary>Leaves what others can use. The last thing that a run does.</summary>
    private protected void Close()
    {
        _strands?.GiveBack();
        _bodies?.Release();
    }

    /// <summary>What keeps watch over a unit that has turned out to wait.</summary>
    private protected Strand Watch(in ExpressTurn turn)
    {
        if (turn.Strand is { } strand)
            return strand;
        var asOwner = _gate.Enter(isOwner: false);
        strand = NewStrand(turn.Unit);
        _gate.Leave(asOwner);
        return strand;
    }

    private StrandStore Strands => _strands ??= StrandStore.Rent();

    private Strand NewStrand(int unit)
    {
        var strand = Strands.Take(this, unit, _units.CallOf(unit));
        if (_units.TimeoutOf(unit) is { } timeout)
            strand.Timeout = new(this, timeout);
        return strand;
    }

    private bool MayStartOne => !_ready.IsEmpty && _executing < _maxParallel && _heir is null;

    private ExpressTurn WhyNone()
    {
        if (_heir is not null || _hasEnded)
            return ExpressTurn.None;
        if (_remaining != 0)
            return _executing == 0 ? ExpressTurn.OfDeadlock : ExpressTurn.None;
        _hasEnded = true;
        return ExpressTurn.OfEnd;
    }
}
