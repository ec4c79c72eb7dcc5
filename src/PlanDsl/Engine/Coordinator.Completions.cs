using PlanDsl.Model;

namespace PlanDsl;

/// <content>What the end of a body means for the run.</content>
internal abstract partial class Coordinator
{
    // What becomes of the run, once that is decided before every step has ended.
    private RunStatus? _verdict;
    private StepError? _firstCritical;

    // Read also outside the lock, at the moment in which a body throws.
    private volatile bool _isDraining;

    /// <summary>Whether the run has given up on a step: after an aborting failure or a cancellation, on all but those that
    /// run also then.</summary>
    private bool IsDrained(int step) => _isDraining && _plan.RunWhenOf(step) is RunWhen.Success;

    /// <summary>Applies the end of a step.</summary>
    /// <param name="step">The step.</param>
    /// <param name="error">What went wrong; <see langword="null"/> if it succeeded.</param>
    /// <param name="isCancelled">Whether that is a cancellation, and not a failure.</param>
    /// <param name="now">The time.</param>
    /// <param name="duties">What is left to do.</param>
    private void Apply(int step, StepError? error, bool isCancelled, DateTimeOffset now, ref Duties duties)
    {
        if (error is null)
        {
            isCancelled = HasLost(step);
            if (isCancelled)
                _steps.MarkReturned(step);
            NoteReturn(step, hasLost: isCancelled);
            FireStep(step, isCancelled ? StepTrigger.Cancel : IsPartial(step, hasFailed: false) ? StepTrigger.Partial : StepTrigger.Succeed, now);
        }
        else if (isCancelled)
        {
            FireStep(step, StepTrigger.Cancel, now);
        }
        else
        {
            if (IsBodyRefused(step))
            {
                _steps.MarkReturned(step);
                NoteReturn(step, hasLost: false);
            }

            _steps.SetError(step, error);
            if (!IsMember(step) && !_plan.Has(step, StepTraits.Critical))
                _steps.MarkTolerated(step);
            FireStep(step, IsPartial(step, hasFailed: true) ? StepTrigger.Partial : StepTrigger.Fail, now);
        }

        if (isCancelled && (HasLost(step) || HadLost(step)))
            UndoParts(step);

        // One that is cancelled with the run means nothing to it, and what the end of a member means its group says.
        var isFailure = CountsAsFailure(step);
        var isAborting = isFailure && !IsMember(step) && Aborts(step);
        if (isFailure && !_isDraining && !IsMember(step))
            ApplyFailure(step, isCancelled ? ErrorOfCancelling(step, error!.Exception) : error!, isAborting, now, ref duties);
        if (!isAborting && (isFailure || !isCancelled || IsGivenUpWithProducer(step)))
            Fire(IsGroup(step) ? PlanTrigger.ParallelComplete : PlanTrigger.StepSucceeded);
        if (!_isDraining || _plan.HasRunWhen)
            Settle(step, now);
        else
            Judge(step, now);
        CloseRound(ref duties);
    }

    private void ApplyFailure(int step, StepError error, bool isAborting, DateTimeOffset now, ref Duties duties)
    {
        if (isAborting)
            Drain(RunStatus.Failed, error, now, ref duties);
        else if (_plan.Has(step, StepTraits.Critical))
            _firstCritical ??= error;
    }

    /// <summary>From now on nothing starts but what runs also then: all else that is pending ends cancelled, and what executes
    /// is asked to stop.</summary>
    private void Drain(RunStatus verdict, StepError? error, DateTimeOffset now, ref Duties duties)
    {
        _verdict = verdict;
        _error = error;
        _isDraining = true;
        _ready.RemoveAll(IsDrained);
        _readyFree.RemoveAll(IsDrained);
        for (var step = 0; step < _unfinished.Length; step++)
        {
            var status = _steps.StatusOf(step);
            if (status is StepStatus.Running && !_plan.Has(step, StepTraits.Governed))
                duties |= Duties.StartGrace;
            if (status is not (StepStatus.Pending or StepStatus.Waiting or StepStatus.Running) || !IsDrained(step) || WillEnd(step))
                continue;
            if (status is StepStatus.Running)
            {
                if (HasParts(step))
                    CallOff(_governed![step], now);
                continue;
            }

            if (status is StepStatus.Waiting)
                _waiting--;
            FireStep(step, StepTrigger.Cancel, now);
            if (_plan.HasRunWhen)
                Settle(step, now);
        }

        // Steps that waited have ended, but what makes them wait is still to be called off.
        duties |= Duties.CancelBodies;
    }

    /// <summary>Hands out what is ready by now, or sees that everything has ended.</summary>
    private void CloseRound(ref Duties duties)
    {
        if (_remaining == 0)
        {
            if (_isRestoring)
                return;
            if (!_isEnding && HasFailed)
                Undo(_returned);
            _isEnding = true;
            if (!HasToUndo && _windingUp == 0)
                duties |= Duties.End;
            return;
        }

        if (_running == 0 && _waiting == 0 && !IsAnyReady && !IsDeciding && !_isRestoring && _delayed == 0)
            throw new InvalidOperationException($"The steps that are left in the table of plan '{_plan.PlanId}' wait for each other.");
        if (_state is PlanState.Merging)
            Fire(PlanTrigger.PlannerFinished);
        if (_state is PlanState.Dispatching)
            Fire(PlanTrigger.DispatchStep);
    }
}
