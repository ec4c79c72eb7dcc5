using PlanDsl.Model;

namespace PlanDsl;

/// <content>Steps that consist of parts, and the parts.</content>
internal abstract partial class Coordinator
{
    /// <summary>Judges what an iteration has returned.</summary>
    public abstract bool Decide(int decision, StepContext context);

    /// <summary>Opens the collection of a fan-out.</summary>
    public abstract FanOut OpenFanOut(int step);

    /// <summary>Whether the failure of an element cancels the others.</summary>
    public bool Aborts(int step) => !_plan.Has(step, StepTraits.SkipDependents | StepTraits.Continue);

    /// <summary>Whether the failure of an element leaves its result out, and nothing else.</summary>
    public bool Tolerates(int step) => _plan.Has(step, StepTraits.Continue);

    /// <summary>Makes a table for the parts of a step that has started; there may be one where the run was resumed.</summary>
    public StepTable AddParts(GovernedStep whole, Func<StepTable, int, StepNames> names)
    {
        if (whole.Before is not null)
        {
            lock (_gate)
            {
                if (whole.Steps.PartsOf(whole.Entry) is { } restored)
                    return restored;
            }
        }

        var parts = new StepTable(names(whole.Steps, whole.Entry), 0);
        lock (_gate)
            whole.Steps.SetParts(whole.Entry, parts);
        return parts;
    }

    /// <summary>Lets a part take the slot of its whole, if that has one, or stand in line for its own; whether it is to go on now.</summary>
    public bool TryStart(GovernedStep part)
    {
        var now = Now();
        lock (_gate)
        {
            var whole = part.Whole!;
            if (IsCalledOff(part))
                return false;
            if (!whole.HoldsSlot)
            {
                Want(part);
                return false;
            }

            whole.Parts!.Live++;
            (whole.HoldsSlot, part.HoldsSlot) = (false, true);
            _running++;
            Begin(part, now);
        }

        _watch?.Tell();
        return true;
    }

    /// <summary>Puts a part that has not begun in line for a slot.</summary>
    public void StandInLine(GovernedStep part)
    {
        lock (_gate)
        {
            if (!IsCalledOff(part))
                Want(part);
        }
    }

    public bool IsInLine(GovernedStep part)
    {
        lock (_gate)
            return part.IsQueued;
    }

    /// <summary>Whether there are parts that have yet to end.</summary>
    public bool IsUnderway(StepParts parts)
    {
        lock (_gate)
            return parts.Live > 0;
    }

    /// <summary>Whether nothing is to start in a step any more.</summary>
    public bool IsOver(GovernedStep unit)
    {
        lock (_gate)
            return IsCalledOff(unit);
    }

    /// <summary>Whether the bodies of all elements have returned, with a result or a failure; none was called off.</summary>
    public bool HaveAllReturned(StepTable elements)
    {
        lock (_gate)
            return elements.Order.All(element => elements.StatusOf(element) is not StepStatus.Cancelled || elements.IsCancelledByName(element));
    }

    /// <summary>Where a part stands: pending, if it was called off before it began.</summary>
    public StepStatus StatusOf(GovernedStep part)
    {
        lock (_gate)
            return part.Entry < 0 ? StepStatus.Pending : part.Status;
    }

    /// <summary>What a part that has failed has failed with, be it that its body has not returned.</summary>
    public StepError ErrorOf(GovernedStep part)
    {
        lock (_gate)
            return part.Steps.ErrorOf(part.Entry) ?? ErrorOfCancelling(part.Path);
    }

    public bool WasCancelledByName(GovernedStep part)
    {
        lock (_gate)
            return part.Steps.IsCancelledByName(part.Entry);
    }

    public bool TryHeed(StepParts parts)
    {
        lock (_gate)
            return parts.TryHeed();
    }

    public bool TryRest(StepParts parts, Action continuation)
    {
        lock (_gate)
            return parts.TryRest(continuation);
    }

    /// <summary>Ends what has not begun in a step, or waits, and cancels what executes.</summary>
    public void CallOff(GovernedStep whole)
    {
        var now = Now();
        lock (_gate)
            CallOff(whole, now);
        _watch?.Tell();
        whole.Cancel();
    }

    /// <summary>The token of a step has been cancelled. Whoever has done that takes on what follows.</summary>
    public void OnCancelled(GovernedStep whole)
    {
        var now = Now();
        lock (_gate)
        {
            CallOff(whole, now);
            Move(whole.Parts!);
        }

        _watch?.Tell();
    }

    /// <summary>Goes on with a step whose part has just begun, so that it can bring the next one.</summary>
    private protected void Precede(GovernedStep part)
    {
        if (part is not { HasBegun: false, IsPart: true, Iteration: 0, Whole: { } whole })
            return;
        Action? goOn;
        lock (_gate)
            goOn = whole.Parts!.Wake();
        if (goOn is null)
            return;

        GoOn(whole, goOn);
        if (_plan.Has(part.Step, StepTraits.Async))
            return;

        // The part is about to keep this thread busy.
        Take(WorkerKind.Nested);
    }

    /// <summary>Goes on with a step on this thread, which is a worker's, and takes on nothing else.</summary>
    private protected abstract void GoOn(GovernedStep whole, Action goOn);

    private void Want(GovernedStep part)
    {
        part.Whole!.Parts!.Live++;
        part.IsQueued = true;
        Stand(part);
    }

    private void End(GovernedStep unit, StepError? error, bool isCancelled, DateTimeOffset now, ref Duties duties)
    {
        if (!unit.IsPart)
        {
            Apply(unit.Step, error, isCancelled, now, ref duties);
            return;
        }

        ApplyPart(unit, error, isCancelled, now);
    }

    private void ApplyPart(GovernedStep part, StepError? error, bool isCancelled, DateTimeOffset now)
    {
        var parts = part.Whole!.Parts!;
        if (error is null)
        {
            if (part.Iteration == 0 || part.Compensation is null)
                NoteSuccess(part);
            Fire(part, StepTrigger.Succeed, now);
        }
        else if (isCancelled)
        {
            // To its whole, being cancelled by name is a failure; all else is of the whole's own doing.
            error = part.Steps.IsCancelledByName(part.Entry) ? ErrorOfCancelling(part.Path, error.Exception) : null;
            Fire(part, StepTrigger.Cancel, now);
        }
        else
        {
            part.Steps.SetError(part.Entry, error);
            if (part.Iteration == 0 && Tolerates(part.Step))
                part.Steps.MarkTolerated(part.Entry);
            Fire(part, StepTrigger.Fail, now);
        }

        parts.Live--;
        parts.Leave(part);
        if (parts.OnEnded(part, error))
            Stop(parts.Whole, now);
        if (parts.Live == 0)
            Move(parts);
    }

    /// <summary>Notes that the body of a step has returned, so that it can be undone: at once, if that comes too late.</summary>
    private void NoteReturn(int step, bool hasLost)
    {
        // What a fan-out has done is undone element by element.
        if (!_plan.Has(step, StepTraits.Governed) || _governed![step] is not { Parts: not FanOutParts } unit)
            return;
        if (!hasLost)
            NoteSuccess(unit);
        else if (unit.ReplacedError is null)
            Undo(unit);
    }

    private bool IsBodyRefused(int step) => _plan.Has(step, StepTraits.Governed) && _governed![step] is { IsBodyRefused: true };

    private void CallOff(GovernedStep whole, DateTimeOffset now)
    {
        var parts = whole.Parts!;
        if (parts.IsClosed)
            return;
        parts.IsClosed = true;
        whole.IsCalledOff = true;
        LeaveLine(parts);
        if (parts is GroupParts)
            CallOffMembers(whole.Step, now);
        if (whole.Entry >= 0 && whole.Steps.PartsOf(whole.Entry) is { } entries)
            EndWaiting(parts, entries, now);

        if (parts.Live == 0)
            Move(parts);
    }

    private void EndWaiting(StepParts parts, StepTable entries, DateTimeOffset now)
    {
        for (var entry = 0; entry < entries.Count; entry++)
        {
            // What has begun before the run was resumed may be in no line yet.
            var status = entries.StatusOf(entry);
            if (status is not (StepStatus.Waiting or StepStatus.Pending))
                continue;
            if (status is StepStatus.Waiting)
            {
                _waiting--;
                parts.Live--;
            }

            FireIn(entries, entry, StepTrigger.Cancel, now);
        }
    }
}
