using PlanDsl.Model;

namespace PlanDsl;

/// <content>Cancelling one step while the run goes on.</content>
internal abstract partial class Coordinator
{
    // None where nobody can ask for it.
    private OwnTokens? _ownTokens;

    /// <summary>Cancels a step, or a part of one, by its path: what executes is asked to stop, another ends at once.</summary>
    /// <exception cref="ArgumentException">There is no such step by now.</exception>
    public void CancelStep(string path)
    {
        using var visit = WorkerThread.BeginVisit();
        var place = At(path);
        place.Run.Cancel(place);
    }

    private void Cancel(Place place)
    {
        try
        {
            var now = Now();
            var duties = Duties.None;
            bool goesOn;
            lock (_gate)
            {
                goesOn = place.Steps == _steps ? CancelByName(place.Entry, now, ref duties)
                    : place.Unit is { } part && CancelByName(part, now, ref duties);
            }

            if (goesOn && place.Unit is { } unit)
                unit.Cancel();
            else if (goesOn)
                CancelBody(place.Entry);
            Discharge(duties);
            Attend();
        }
        catch (Exception fault)
        {
            Panic(fault);
        }
    }

    /// <summary>Has steps made tokens of their own from now on.</summary>
    private protected void GiveOwnTokens()
    {
        if ((_plan.AllTraits & StepTraits.Cancellable) != StepTraits.None)
            _ownTokens = new(_plan);
    }

    /// <summary>The token of an attempt of a step that is not governed.</summary>
    private protected CancellationToken TokenOf(int step) => _ownTokens?.Of(step)?.Token ?? BodyToken;

    /// <summary>Whether the token of a step's attempt is cancelled by now, or about to be, or would be if the body took one.</summary>
    private bool IsCancelling(int step) =>
        IsDrained(step) || _steps.IsCancelledByName(step) || TokenOf(step).IsCancellationRequested;

    /// <summary>Whether the step executes, so that its body is to be asked.</summary>
    private bool CancelByName(int step, DateTimeOffset now, ref Duties duties)
    {
        var status = _steps.StatusOf(step);
        var unit = _plan.Has(step, StepTraits.Governed) ? _governed![step] : null;
        if (status is not (StepStatus.Pending or StepStatus.Running or StepStatus.Waiting) || IsDrained(step) || _steps.IsCancelledByName(step)
            || (unit is not null && IsCalledOff(unit)))
            return false; // It has ended, or has been asked to, be it with its group or because its time is up.
        _steps.MarkCancelledByName(step);
        if (unit is not null)
            unit.IsCalledOff = true;
        if (status is StepStatus.Running)
        {
            // Before what the cancellation ends gives its slot to others.
            if (HasParts(step))
                CallOff(unit!, now);
            return true;
        }

        if (status is StepStatus.Waiting)
            LeaveWait(unit!);
        else
            RemoveReady(step);
        Apply(step, ErrorOfCancelling(step), isCancelled: true, now, ref duties);
        return status is StepStatus.Waiting;
    }

    /// <summary>Whether something goes on in the part that is to be stopped.</summary>
    private bool CancelByName(GovernedStep part, DateTimeOffset now, ref Duties duties)
    {
        var status = part.Status;
        if (status is not (StepStatus.Running or StepStatus.Waiting) || IsCalledOff(part))
            return false; // It has ended, or has been asked to.
        part.Steps.MarkCancelledByName(part.Entry);
        part.IsCalledOff = true;
        if (status is StepStatus.Running)
        {
            if (part.Parts is not null)
                CallOff(part, now);
            return true;
        }

        LeaveWait(part);
        End(part, ErrorOfCancelling(part.Path), isCancelled: true, now, ref duties);
        return true;
    }

    private StepError ErrorOfCancelling(int step, Exception? exception = null) => ErrorOfCancelling(_steps.PathOf(step), exception);

    public static StepError ErrorOfCancelling(string path, Exception? exception = null) =>
        new(FailureKind.Cancelled, $"Step '{path}' was cancelled by name.", exception) { StepId = path };

    private void CancelBody(int step)
    {
        StartGrace(step);
        _ownTokens?.Of(step)?.Cancel();
    }

    private void CancelBodies()
    {
        // A body that stops at once does so in here, where what follows on it would keep the next from hearing. Whoever calls this
        // sees to what may start then.
        using var shift = WorkerThread.BeginShift();

        // Before a body can see that it is asked to stop, its step has to know.
        foreach (var unit in _inherited ?? [])
            unit.Cancel();
        _bodies?.Cancel();
        _ownTokens?.CancelAll();
    }
}
