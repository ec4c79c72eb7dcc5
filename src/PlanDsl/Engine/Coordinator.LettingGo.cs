namespace PlanDsl;

/// <content>Letting go of a run that does nothing but wait for signals, so that whoever has them may go on with it.</content>
internal abstract partial class Coordinator
{
    // How the steps stood when the run was let go of.
    private StepTable? _left;

    /// <summary>Lets go of the run, if all that has not ended in it waits for signals; whether it did.</summary>
    /// <exception cref="JournalException">What has happened cannot be recorded.</exception>
    public async Task<bool> TryLetGoAsync()
    {
        if (_recorder is not { } recorder || _root != this)
            throw new InvalidOperationException(_root != this ? "A run that is part of another is let go of with that." : "A run without a journal cannot be resumed by anybody, so it cannot be let go of; set PlanOptions.Journal.");
        Coordinator[] left;
        lock (_gate)
        {
            left = [.. Enumerable.Reverse(_governed?.Nested ?? []).Append(this)];
            if (_hasEnded || !Array.TrueForAll(left, static run => run.OnlyWaitsForSignals()))
                return false;
            _left = _steps.Copy();
            CompleteEvents();
            _hub = null;
            foreach (var run in left)
                run._hasEnded = run._isEnding = run._isDraining = true;
        }

        var failure = await recorder.CloseAsync(_sequence).ConfigureAwait(false);
        FailBy(failure);

        // What waits is called off. It ends for nobody: nothing of it is told, and nothing follows from it.
        foreach (var run in left)
        {
            run.CancelBodies();
            run._deadlineTimer?.Dispose();
            run._outerRegistration.Unregister();
            run._registration.Unregister();
        }

        AnnounceEnd();
        return failure is null ? true : throw failure;
    }

    private bool OnlyWaitsForSignals()
    {
        if (IsAnyReady || IsDeciding || HasToUndo || HasMoved || _delayed > 0)
            return false;
        for (var step = 0; step < _plan.StepCount; step++)
        {
            var status = _steps.StatusOf(step);
            if (status is not (StepStatus.Running or StepStatus.Waiting))
                continue;
            if (!IsGoverned(step, out var unit) || !OnlyWaitsForSignals(unit))
                return false;
        }

        return true;
    }

    // The steps of a sub-plan are looked at with its own run, which is there from the moment at which its step awaits it.
    private static bool OnlyWaitsForSignals(GovernedStep unit) => unit.Status switch
    {
        StepStatus.Waiting => unit.IsAwaitingSignal,
        _ when unit.IsAtFallback => unit.IsInSubPlan && unit.Run.RunsPlanInstead(unit.Step),
        _ when unit.Parts is { } parts => parts.AllUnderway(OnlyWaitsForSignals),
        _ => unit.IsInSubPlan && unit.IsSubPlan,
    };
}
