namespace PlanDsl;

/// <content>Sub-plans that are taken up once more, though nothing is to begin in them. Of one whose step had ended nothing is told or done any more. What one had begun that
/// was being stopped, or whose step is cancelled before it could start again, ends, and what it had done is undone, as if it had been cancelled while it
/// executed. The run does not end before.</content>
internal abstract partial class Coordinator
{
    // Parts whose sub-plan was underway; and the steps and parts whose sub-plan is to be wound up.
    private List<GovernedStep>? _interrupted;
    private List<GovernedStep>? _toWindUp;
    private int _windingUp;

    // Whether the step that runs this plan had been cancelled before the plan was opened.
    private bool _isCutOff;

    /// <summary>Whether the step that runs this plan had ended when the run was left, or had gone on to its fallback.</summary>
    private bool HadEnded => !_isCutOff && HasEndedWithWhole;

    // Whether the body that runs this plan, or the fallback, had returned.
    private bool HadReturned => _parent!.Unit.Before!.End switch
    {
        StepSucceededEvent end => end.Fallback == _parent.IsFallback,
        StepFailedEvent end => end.Returned,
        StepCancelledEvent end => end.Returned,
        _ => false,
    };

    /// <summary>Ends what has no end in a plan that had: it has been given that step since.</summary>
    private void LeaveOut(DateTimeOffset now, ref Duties duties)
    {
        if (!HadEnded)
            return;

        // That it was cut short is recorded with its step alone, and nothing of what it would leave now is the step's.
        if (!_isDraining && !HadReturned)
            Drain(RunStatus.Cancelled, error: null, now, ref duties);
        ClearReady();
        _undecided?.Clear();
        for (var step = 0; step < _unfinished.Length; step++)
        {
            if (!HasEnded(step))
                FireStep(step, StepTrigger.Cancel, now);
        }
    }

    /// <summary>Gives up on a sub-plan that had been given up before, though not because of anything that is recorded: what it had done is not there any more,
    /// or is about to be undone, so that the attempt has failed, with what it had failed with by itself, if it had.</summary>
    private void DrainIfUndone(DateTimeOffset now, ref Duties duties)
    {
        if (_parent is null || _isDraining || HadEnded || !HasBegunToUndo(_returned))
            return;
        Drain(RunStatus.Failed, _firstCritical ?? new(FailureKind.Cancelled, "The run of the plan had been stopped, and what it had done was being undone, when the process died that executed it."), now, ref duties);
    }

    private static bool HasBegunToUndo(IEnumerable<GovernedStep>? returned) =>
        returned?.Any(static unit => unit.Before?.Compensation is not null || HasBegunToUndo(unit.Inherited)) is true;

    private void NoteInterrupted(GovernedStep part)
    {
        if (part.IsInterrupted)
            (_interrupted ??= []).Add(part);
    }

    /// <summary>A step or a part that had begun before the run was resumed is cancelled without having begun again.</summary>
    private void WindUpLater(StepTable steps, int entry)
    {
        var unit = !ReferenceEquals(steps, _steps) ? _interrupted?.Find(part => part.Steps == steps && part.Entry == entry)
            : IsGoverned(entry, out var governed) && governed.IsInterrupted ? governed
            : null;
        if (unit is not null)
            WindUpLater(unit);
    }

    private void WindUpLater(GovernedStep unit)
    {
        lock (_gate)
        {
            (_toWindUp ??= []).Add(unit);
            _windingUp++;
        }
    }

    private void WindUp()
    {
        List<GovernedStep>? units;
        lock (_gate)
            (units, _toWindUp) = (_toWindUp, null);
        foreach (var unit in units ?? [])
            _ = WindUpAsync(unit);
    }

    // Its own steps are restored in turn, and the run of them is cancelled before any of them starts.
    private async Task WindUpAsync(GovernedStep unit)
    {
        try
        {
            await InvokeCancelledAsync(unit).ConfigureAwait(false);
            var duties = Duties.None;
            lock (_gate)
            {
                _windingUp--;
                if (!_hasEnded)
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

    private async Task InvokeCancelledAsync(GovernedStep unit)
    {
        var context = unit.ContextOf(deadline: null, new(canceled: true));
        try
        {
            if (unit.HadSubPlan)
                await InvokeBare(BeginRestored(unit), context).ConfigureAwait(false);
            else
                await InvokeWithinGraceAsync(unit, context).ConfigureAwait(false);
        }
        catch (Exception failure) when (IsEndOfPlan(failure))
        {
            // So it ends; why, its step has told.
            return;
        }
        finally
        {
            await context.ReleaseServicesAsync().ConfigureAwait(false);
        }
    }

    // What starts a plan itself is code of others: it may throw what it likes, and not return, and the plan ends all the same.
    private async ValueTask InvokeWithinGraceAsync(GovernedStep unit, StepContext context)
    {
        var body = InvokeAsync();
        await body.WaitAsync(CancelGrace, _time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (context.SubPlanLeftBehind is not null)
            await WhenSubPlanEnds(context).ConfigureAwait(false);
        if (body.IsCompleted)
            await body.ConfigureAwait(false);

        async Task InvokeAsync()
        {
            try
            {
                await InvokeBare(BeginRestored(unit), context).ConfigureAwait(false);
            }
            catch (Exception failure) when (failure is not JournalException)
            {
                // Why the step has ended, it has told.
                return;
            }
        }
    }
}
