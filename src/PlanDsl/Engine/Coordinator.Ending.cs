namespace PlanDsl;

/// <content>How a run ends: by itself, on request, or by a fault of the engine.</content>
internal abstract partial class Coordinator
{
    private RunStatus _status = RunStatus.Pending;
    private StepError? _error;
    private bool _isCancelRequested;
    private bool _isEnding;
    private bool _hasEnded;

    /// <summary>How each step stands; the table itself once the run has ended, a copy before.</summary>
    public StepTable Steps
    {
        get
        {
            lock (_gate)
                return _hasEnded ? _steps : _steps.Copy();
        }
    }

    private protected RunStatus Status => _status;

    private protected StepError? Error => _error;

    public void Cancel()
    {
        using var visit = WorkerThread.BeginVisit();
        try
        {
            var now = Now();
            var duties = Duties.None;
            lock (_gate)
            {
                if (_isCancelRequested || _isEnding)
                    return;
                if (TryCancel(now, ref duties))
                    CloseRound(ref duties);
            }

            Discharge(duties);
            Attend();
        }
        catch (Exception fault)
        {
            Panic(fault);
        }
    }

    /// <summary>Takes note that the run is to be cancelled; <see langword="false"/> if it has given up already.</summary>
    private bool TryCancel(DateTimeOffset now, ref Duties duties)
    {
        _isCancelRequested = true;
        Tell(RunMilestone.CancelRequested, now);
        if (_isDraining)
            return false;

        // A critical failure has decided already what becomes of the run.
        Drain(_firstCritical is null ? RunStatus.Cancelled : RunStatus.Failed, _firstCritical, now, ref duties);
        return true;
    }

    /// <summary>Collects the results of a run in which every step has ended and which is about to succeed.</summary>
    private protected abstract void CollectResults();

    /// <summary>Tells those who wait for the run. Called once, last of all, outside the lock.</summary>
    private protected abstract void Announce();

    /// <summary>Ends the run at once, whatever executes: the engine itself is at fault, or what it was given to run.</summary>
    private protected void Panic(Exception fault)
    {
        var error = StepError.Of(fault, stepId: null);
        lock (_gate)
        {
            if (_hasEnded)
                return;
            _isEnding = true;
            _isDraining = true;
            _verdict = RunStatus.Failed;
            _error = error;
            ClearReady();
            try
            {
                Abandon();
            }
            catch (Exception)
            {
                // What was at fault may be what is needed to tell of it. The run ends all the same.
                _hasEnded = true;
                _status = RunStatus.Failed;
                CompleteEvents();
            }
        }

        CancelBodies();
        Close();
    }

    private void Abandon()
    {
        // Even a run that never came to open is told from its first event.
        if (_state is PlanState.Pending)
        {
            Tell(RunMilestone.Created, _root._lastTime);
            Fire(PlanTrigger.StartPlan);
        }

        for (var step = 0; step < _unfinished.Length; step++)
        {
            if (_steps.StatusOf(step) is StepStatus.Pending or StepStatus.Running or StepStatus.Waiting)
                FireStep(step, StepTrigger.Cancel, _root._lastTime);
        }

        if (_state is PlanState.Merging)
            Fire(PlanTrigger.PlannerFinished);
        _ = TryFire(_state is PlanState.Planning ? PlanTrigger.ValidationFailed : PlanTrigger.Panic);
        Conclude(_root._lastTime);
    }

    private void End()
    {
        if (!HasFailed)
            CollectResults();

        var now = Now();
        lock (_gate)
        {
            if (_hasEnded)
                return;
            if (_verdict is null)
            {
                _verdict = _firstCritical is null ? RunStatus.Succeeded : RunStatus.Failed;
                _error = _firstCritical;
            }

            Advance(now);
            if (_verdict is RunStatus.Succeeded)
            {
                Fire(PlanTrigger.ParallelComplete);
            }
            else
            {
                if (_state is PlanState.Merging)
                    Fire(PlanTrigger.PlannerFinished);
                Fire(_isDeadlineReached ? PlanTrigger.Timeout : PlanTrigger.StepFailed);
            }

            Conclude(now);
        }

        Close();
    }

    private void Conclude(DateTimeOffset now)
    {
        _hasEnded = true;
        _status = _verdict!.Value;
        Bequeath();
        Tell(RunMilestone.Completed, now);
        CompleteEvents();
    }

    private void Close()
    {
        CancellationTokenRegistration registration;
        ITimer? grace;
        lock (_gate)
        {
            registration = _registration;
            grace = _graceTimer;
        }

        registration.Unregister();
        _outerRegistration.Unregister();
        grace?.Dispose();
        _deadlineTimer?.Dispose();
        _bodies?.Release();
        if (_watch is null || _root != this)
            Announce();
        else
            _watch.Finish(Announce);
    }
}
