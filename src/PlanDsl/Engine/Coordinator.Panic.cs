namespace PlanDsl;

/// <content>The end of a run by a fault of the engine itself, or of what it was given to run.</content>
internal abstract partial class Coordinator
{
    /// <summary>Ends the run around this one and all that are part of it, at once and whatever executes. What they share, slots
    /// above all, cannot be trusted any more.</summary>
    private protected void Panic(Exception fault)
    {
        var error = StepError.Of(fault, stepId: null);
        Coordinator[] fallen;
        lock (_gate)
        {
            if (_hasEnded)
                return;

            // Those within others first, as they end when all is well.
            fallen = [.. Enumerable.Reverse(_root._governed?.Nested ?? []).Append(_root).Where(static run => !run._hasEnded)];
            foreach (var run in fallen)
                run.Fall(error);
        }

        foreach (var run in fallen)
        {
            run.CancelBodies();
            run.Close();
        }
    }

    private void Fall(StepError error)
    {
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
            LeaveParent();
            CompleteEvents();
        }
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
            CancelParts(_steps, step);
            if (_steps.StatusOf(step) is StepStatus.Pending or StepStatus.Running or StepStatus.Waiting)
                FireStep(step, StepTrigger.Cancel, _root._lastTime);
        }

        if (_state is PlanState.Merging)
            Fire(PlanTrigger.PlannerFinished);
        _ = TryFire(_state is PlanState.Planning ? PlanTrigger.ValidationFailed : PlanTrigger.Panic);
        Conclude(_root._lastTime);
    }

    private void CancelParts(StepTable whole, int entry)
    {
        if (whole.PartsOf(entry) is not { } parts)
            return;
        for (var part = 0; part < parts.Count; part++)
        {
            CancelParts(parts, part);
            if (parts.StatusOf(part) is StepStatus.Pending or StepStatus.Running or StepStatus.Waiting)
                FireIn(parts, part, StepTrigger.Cancel, _root._lastTime);
        }
    }
}
