namespace PlanDsl;

/// <content>Going on with a run that one thread has begun.</content>
internal abstract partial class ExpressRun
{
    /// <summary>Goes on with a run at which one thread alone has worked.</summary>
    private protected ExpressRun(PlanTable plan, IBegunRun begun)
    {
        Time = begun.Time;
        _units = plan.Units;
        _maxParallel = plan.MaxParallel is 0 ? int.MaxValue : plan.MaxParallel;
        (_bodies, Context) = (begun.Bodies, begun.Context);
        _unfinished = [.. _units.PredecessorCounts];
        _ready = new(_unfinished);
        _remaining = _units.Count;
        _gate.Share();
        Inherit(begun);
    }

    /// <summary>Takes back a unit that was about to execute, and has not; otherwise as
    /// <see cref="Complete(in ExpressTurn, ExpressWorker, out IExpressHeir?)"/>.</summary>
    private protected ExpressTurn Decline(int unit, ExpressWorker worker, out IExpressHeir? heir)
    {
        var wantsWorker = false;
        var next = ExpressTurn.None;
        var asOwner = _gate.Enter(isOwner: false);
        heir = _heir;
        if (heir is null)
        {
            _executing--;
            _ready.Prepend(unit);
            next = Take(worker, ref wantsWorker);
        }

        _gate.Leave(asOwner);
        if (wantsWorker)
            QueueWorker();
        return next;
    }

    /// <summary>Has others work for the run if there is something to do for them.</summary>
    private protected void CallWorker()
    {
        var asOwner = _gate.Enter(isOwner: false);
        var wantsWorker = MayStartOne && WantsWorker();
        _gate.Leave(asOwner);
        if (wantsWorker)
            QueueWorker();
    }

    // No unit has more than one step where one thread can run the whole plan.
    private void Inherit(IBegunRun begun)
    {
        foreach (var step in begun.Ended)
        {
            _unfinished[step] = Ended;
            _remaining--;
            foreach (var successor in _units.SuccessorsOf(step))
                _unfinished[successor]--;
        }

        foreach (var (step, _) in begun.Executing)
        {
            _unfinished[step] = Executing;
            _executing++;
        }

        foreach (var step in begun.Line)
        {
            if (_unfinished[step] == 0)
                _ready.Append(step);
        }
    }
}
