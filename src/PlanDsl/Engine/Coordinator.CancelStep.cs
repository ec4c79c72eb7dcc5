using PlanDsl.Model;

namespace PlanDsl;

/// <content>Cancelling one step while the run goes on.</content>
internal abstract partial class Coordinator
{
    // None where nobody can ask for it.
    private OwnTokens? _ownTokens;

    /// <summary>Cancels a step by its id: one that executes is asked to stop, another ends at once.</summary>
    /// <exception cref="ArgumentException">The plan has no such step.</exception>
    public void CancelStep(string stepId)
    {
        var step = IndexOf(stepId);
        using var visit = WorkerThread.BeginVisit();
        try
        {
            var now = Now();
            var duties = Duties.None;
            bool executes;
            lock (_gate)
            {
                executes = CancelByName(step, now, ref duties);
            }

            if (executes)
                CancelBody(step);
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
        if (status is not (StepStatus.Pending or StepStatus.Running or StepStatus.Waiting) || IsDrained(step) || _steps.IsCancelledByName(step))
            return false; // It has ended, or has been asked to.
        _steps.MarkCancelledByName(step);
        if (_plan.Has(step, StepTraits.Governed))
            _governed![step].IsCalledOff = true;
        if (status is StepStatus.Running)
        {
            // Before what the cancellation ends gives its slot to others.
            if (HasParts(step))
                CallOff(_governed![step], now);
            return true;
        }

        if (status is StepStatus.Waiting)
            LeaveWait(_governed![step]);
        else
            RemoveReady(step);
        Apply(step, ErrorOfCancelling(step), isCancelled: true, now, ref duties);
        return status is StepStatus.Waiting;
    }

    private StepError ErrorOfCancelling(int step, Exception? exception = null) =>
        new(FailureKind.Cancelled, $"Step '{_plan.StepIds[step]}' was cancelled by name.", exception) { StepId = _steps.PathOf(step) };

    private void CancelBody(int step)
    {
        if (_plan.Has(step, StepTraits.Governed))
        {
            _governed![step].Cancel();
            return;
        }

        StartGrace(step);
        _ownTokens?.Of(step)?.Cancel();
    }

    private void CancelBodies()
    {
        _bodies?.Cancel();
        _ownTokens?.CancelAll();
    }

    private int IndexOf(string stepId)
    {
        ArgumentNullException.ThrowIfNull(stepId);
        for (var step = 0; step < _plan.StepCount; step++)
        {
            if (_plan.StepIds[step] == stepId)
                return step;
        }

        var nearest = new Nearest(_plan.StepIds).To(stepId);
        throw new ArgumentException(
            $"Plan '{_plan.PlanId}' has no step '{stepId}'{(nearest is null ? "." : $"; did you mean '{nearest}'?")}", nameof(stepId));
    }
}
