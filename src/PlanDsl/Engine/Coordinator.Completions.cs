using PlanDsl.Model;

namespace PlanDsl;

/// <content>What the end of a body means for the run.</content>
internal abstract partial class Coordinator
{
    // What becomes of the run, once that is decided before every step has ended.
    private RunStatus? _verdict;
    private StepError? _firstCritical;

    private bool IsDraining => _verdict is not null;

    private void Apply(int step, StepError? error, DateTimeOffset now, ref Duties duties)
    {
        var isAborting = false;
        var isCancelled = false;
        switch (error)
        {
            case null:
                FireStep(step, StepTrigger.Succeed, now);
                break;

            // Draining is when the attempt's own token is cancelled; before, such an exception is a failure like any other.
            case { Exception: OperationCanceledException } when IsDraining:
                isCancelled = true;
                FireStep(step, StepTrigger.Cancel, now);
                break;

            default:
                isAborting = !_plan.Has(step, StepTraits.SkipDependents | StepTraits.Continue);
                ApplyFailure(step, error, isAborting, now, ref duties);
                break;
        }

        if (!isAborting && !isCancelled)
            Fire(PlanTrigger.StepSucceeded);
        if (!IsDraining)
            Settle(step, now);
        CloseRound(ref duties);
    }

    private void ApplyFailure(int step, StepError error, bool isAborting, DateTimeOffset now, ref Duties duties)
    {
        _steps.SetError(step, error);
        FireStep(step, StepTrigger.Fail, now);
        if (IsDraining)
            return;
        if (isAborting)
            Drain(RunStatus.Failed, error, now, ref duties);
        else if (_plan.Has(step, StepTraits.Critical))
            _firstCritical ??= error;
    }

    /// <summary>From now on nothing starts: what is pending ends cancelled, and what executes is asked to stop.</summary>
    private void Drain(RunStatus verdict, StepError? error, DateTimeOffset now, ref Duties duties)
    {
        _verdict = verdict;
        _error = error;
        ClearReady();
        for (var step = 0; step < _unfinished.Length; step++)
        {
            if (_steps.StatusOf(step) is StepStatus.Pending or StepStatus.Waiting)
                FireStep(step, StepTrigger.Cancel, now);
        }

        // Steps that waited have ended, but what makes them wait is still to be called off.
        if (_running + _waiting > 0)
            duties |= Duties.CancelBodies;
        _waiting = 0;
    }

    /// <summary>Hands out what is ready by now, or sees that everything has ended.</summary>
    private void CloseRound(ref Duties duties)
    {
        if (_remaining == 0)
        {
            _isEnding = true;
            duties |= Duties.End;
            return;
        }

        if (_running == 0 && _waiting == 0 && !IsAnyReady)
            throw new InvalidOperationException($"The steps that are left in the table of plan '{_plan.PlanId}' wait for each other.");
        if (_state is PlanState.Merging)
            Fire(PlanTrigger.PlannerFinished);
        if (_state is PlanState.Dispatching)
            Fire(PlanTrigger.DispatchStep);
    }
}
