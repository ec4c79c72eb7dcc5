namespace PlanDsl;

/// <content>How a run ends: by itself, on request, or by a fault of the engine.</content>
internal abstract partial class Coordinator
{
    private RunStatus _status = RunStatus.Pending;
    private StepError? _error;
    private bool _isCancelRequested;
    private bool _isEnding;
    private bool _hasEnded;

    /// <summary>How each step stands; the table itself once nothing can come to it any more, a copy before. What a sub-plan has done
    /// may yet be undone by the run around it.</summary>
    public StepTable Steps
    {
        get
        {
            lock (_gate)
                return _left ?? (_hasEnded && _root == this ? _steps : _steps.Copy());
        }
    }

    private protected RunStatus Status => _status;

    private protected StepError? Error => _error;

    public void Cancel() => Cancel(requestId: null);

    private void Cancel(string? requestId)
    {
        using var visit = WorkerThread.BeginVisit();
        try
        {
            var now = Now();
            var duties = Duties.None;
            lock (_gate)
            {
                if ((_isCancelRequested && requestId is null) || _isEnding)
                    return;
                if (TryCancel(now, ref duties, requestId))
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
    private bool TryCancel(DateTimeOffset now, ref Duties duties, string? requestId = null)
    {
        _isCancelRequested = true;
        Tell(RunMilestone.CancelRequested, now, requestId);
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
        LeaveParent();
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
        if (_recorder is { } recorder && _root == this)
            _ = CloseRecordAsync(recorder);
        else
            AnnounceEnd();
    }

    private void AnnounceEnd()
    {
        _folder?.Dispose();
        if (_watch is null || _root != this)
            Announce();
        else
            _watch.Finish(Announce);
    }
}
