namespace PlanDsl;

/// <content>Sub-plans that were underway when the run was left, and whose step has been cancelled since, before it could start again. What
/// they had begun ends, and what they had done is undone, as if they had been cancelled while they executed. The run does not end before.</content>
internal abstract partial class Coordinator
{
    // Parts whose sub-plan was underway; and the steps and parts whose sub-plan is to be wound up.
    private List<GovernedStep>? _interrupted;
    private List<GovernedStep>? _toWindUp;
    private int _windingUp;

    // Whether the step that runs this plan had been cancelled before the plan was opened.
    private bool _isCutOff;

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
            await (unit.HadSubPlan ? InvokeBare(BeginRestored(unit), context) : InvokeWithinGraceAsync(unit, context)).ConfigureAwait(false);
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
