namespace PlanDsl;

/// <content>Going on with a run that one thread has begun.</content>
internal abstract partial class ExpressRun
{
    /// <summary>Goes on with a run at which one thread alone has worked. No unit has more than one step then.</summary>
    private protected ExpressRun(PlanTable plan, IBegunRun begun)
        : this(plan, begun.Time, begun.Bodies, begun.Context)
    {
        foreach (var step in begun.Ended)
        {
            _unfinished[step] = Ended;
            foreach (var successor in _units.SuccessorsOf(step))
                _unfinished[successor]--;
        }

        foreach (var (step, _) in begun.Executing)
        {
            _unfinished[step] = Executing;
            _room--;
        }

        _unfinishedEnds = Enumerable.Range(0, _units.Count).Count(unit => _unfinished[unit] != Ended && _units.SuccessorsOf(unit).IsEmpty);
        foreach (var step in begun.Line)
        {
            if (_unfinished[step] == 0)
                _ready.Append(step);
        }
    }

    /// <summary>Takes back a unit that was about to execute, and has not, and takes one that may start; <see langword="false"/> if the
    /// run has been handed over.</summary>
    private protected bool TryPutBack(int unit, bool isNested, out ExpressTurn next)
    {
        next = ExpressTurn.None;
        Volatile.Write(ref _unfinished[unit], 0);
        if (IsHandedOver)
            return false;
        var found = new ReadyQueue(_unfinished);
        found.Append(unit);
        next = TakeAfter(new(unit), found, isNested);
        return true;
    }
}
