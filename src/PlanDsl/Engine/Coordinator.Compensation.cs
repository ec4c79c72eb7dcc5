namespace PlanDsl;

/// <content>Undoing what steps have done, one step at a time: when the run has ended badly, the last first.</content>
internal abstract partial class Coordinator
{
    // What could be undone, in the order in which its bodies returned; and what is to be, in the order in which it will.
    private List<GovernedStep>? _returned;
    private Queue<GovernedStep>? _toUndo;
    private bool _isUndoing;

    /// <summary>How long the compensation of one step may take.</summary>
    public TimeSpan CompensationTimeout { get; }

    // What is part of the run, and has yet to end, comes first.
    private bool MayUndoOne => !_isUndoing && _toUndo is { Count: > 0 } && _windingUp == 0;

    private bool HasToUndo => _isUndoing || _toUndo is { Count: > 0 };

    private bool HasFailed => _isDraining || _firstCritical is not null;

    /// <summary>A compensation has ended, on this thread.</summary>
    public abstract void OnUndone(Compensation undone);

    /// <summary>Tells that a compensation has ended, and takes what comes next.</summary>
    private protected Turn Complete(Compensation undone, WorkerKind worker)
    {
        var now = Now();
        var duties = Duties.None;
        var error = undone.Error;
        Turn next;
        lock (_gate)
        {
            _isUndoing = false;
            if (_hasEnded)
                return Turn.None;
            Note(undone.Unit, new(error is null ? CompensationStatus.Succeeded : CompensationStatus.Failed, error), now);
            CloseRound(ref duties);
            next = Take(worker, now, ref duties);
        }

        return Discharge(duties, next, worker);
    }

    /// <summary>Notes that a step is about to succeed: by its fallback, or by its body, which then can be undone.</summary>
    private void NoteSuccess(GovernedStep unit)
    {
        if (unit.ReplacedError is { } replaced)
            unit.Steps.SetReplacedError(unit.Entry, replaced);
        else if (unit.Compensation is not null || unit.Inherited is not null)
            (_returned ??= []).Add(unit);
    }

    /// <summary>Hands what could be undone to the run of which this one is part, and which may still end badly.</summary>
    private void Bequeath()
    {
        if (_parent is not null && _status is RunStatus.Succeeded)
            _parent.Inherit(_returned);
    }

    /// <summary>Undoes a step, whatever becomes of the run: as it says itself, or else what its sub-plan has done.</summary>
    private void Undo(GovernedStep unit)
    {
        if (HadEnded || unit.Steps.CompensationOf(unit.Entry) is { Status: not CompensationStatus.Running })
            return; // Before the run was resumed.
        if (unit.Compensation is not null)
            (_toUndo ??= new()).Enqueue(unit);
        else
            Undo(unit.Inherited);
    }

    private void Undo(IReadOnlyList<GovernedStep>? returned)
    {
        for (var last = (returned?.Count ?? 0) - 1; last >= 0; last--)
            Undo(returned![last]);
    }

    /// <summary>Undoes at once what parts of a step have done that has lost a race.</summary>
    private void UndoParts(int step)
    {
        if (_returned is null || !HasParts(step))
            return;
        var lost = _returned.FindAll(unit => unit.Step == step);
        _returned.RemoveAll(unit => unit.Step == step);

        // Those that had returned before the run was resumed came in the order in which they are numbered.
        if (_isRestoring)
            lost.Sort(static (one, other) => EndedAs(one).CompareTo(EndedAs(other)));
        Undo(lost);
    }

    private Turn TakeToUndo(DateTimeOffset now)
    {
        var unit = _toUndo!.Dequeue();
        _isUndoing = true;
        Note(unit, new(CompensationStatus.Running), now);
        return new(unit.Step, unit, TurnKind.Compensation);
    }

    private void Note(GovernedStep unit, CompensationOutcome compensation, DateTimeOffset now)
    {
        unit.Steps.SetCompensation(unit.Entry, compensation);
        if (NextOfStep() is { } hub)
            Publish(hub, EventProjection.OfCompensation(unit.Entry, unit.Steps, Position(isReplayed: false), Advance(now)));
    }
}
