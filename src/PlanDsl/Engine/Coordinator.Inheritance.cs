using System.Diagnostics.CodeAnalysis;
using PlanDsl.Model;

namespace PlanDsl;

/// <content>Going on with a run that was begun without a coordinator.</content>
internal abstract partial class Coordinator
{
    // The steps that wait for a body which was called before there was a coordinator, and is given the run's own token.
    private List<GovernedStep>? _inherited;

    /// <summary>Has a step go on from its first attempt, whose body executes, in the context in which bodies are to be called.</summary>
    private protected abstract void Inherit(GovernedStep unit, AttemptTimeout? timeout);

    private protected bool IsGoverned(int step, [NotNullWhen(true)] out GovernedStep? unit)
    {
        unit = _plan.Has(step, StepTraits.Governed) ? _governed![step] : null;
        return unit is not null;
    }

    /// <summary>Takes in how far the run has come. It stands still meanwhile, but for bodies that are executing.</summary>
    private protected void Inherit(IBegunRun begun)
    {
        Tell(RunMilestone.Created, default);
        Fire(PlanTrigger.StartPlan);
        Fire(PlanTrigger.PlannerFinished);
        _status = RunStatus.Running;
        Tell(RunMilestone.Started, default);
        foreach (var step in begun.Ended)
            InheritEnded(step);
        foreach (var (step, timeout) in begun.Executing)
            InheritExecuting(step, timeout);
        foreach (var step in begun.Line)
        {
            if (_unfinished[step] == 0 && _steps.StatusOf(step) is StepStatus.Pending)
                MakeReady(step);
        }

        // Bodies may return before anything else comes to pass here, and they are to find a round handed out.
        if (_remaining > 0)
            Fire(PlanTrigger.DispatchStep);
    }

    /// <summary>Goes on from there, and heeds the caller's token from now on.</summary>
    private protected void Proceed(CancellationToken cancellationToken)
    {
        var duties = Duties.None;
        lock (_gate)
        {
            CloseRound(ref duties);
        }

        Discharge(duties);
        Heed(cancellationToken);
    }

    /// <summary>Has others work for the run if a step may start.</summary>
    private protected void OfferReady()
    {
        var duties = Duties.None;
        lock (_gate)
        {
            if (MayStartOne)
                WantWorker(ref duties);
        }

        Discharge(duties);
    }

    /// <summary>Takes back a step that was about to execute, and takes one that may start now.</summary>
    private protected Turn Decline(int step, WorkerKind worker)
    {
        var duties = Duties.None;
        Turn next;
        lock (_gate)
        {
            if (_steps.StatusOf(step) is not StepStatus.Running)
                return Turn.None; // The run has given up on it meanwhile.
            Leave(step);
            _steps.Reset(step);
            if (IsDrained(step))
            {
                FireStep(step, StepTrigger.Cancel, default);
                CloseRound(ref duties);
            }
            else
            {
                MakeReady(step, isFirst: true);
            }

            next = Take(worker, default, ref duties);
        }

        return Discharge(duties, next, worker);
    }

    private void InheritEnded(int step)
    {
        FireStep(step, StepTrigger.Dispatch, default);
        FireStep(step, StepTrigger.Succeed, default);
        foreach (var successor in _plan.SuccessorsOf(step))
            _unfinished[successor]--;
    }

    private void InheritExecuting(int step, AttemptTimeout? timeout)
    {
        FireStep(step, StepTrigger.Dispatch, default);
        _running++;
        TakeSlot(IsGoverned(step, out var unit) ? unit : null);
        if (unit is null)
            return;
        (_inherited ??= []).Add(unit);
        Inherit(unit, timeout);
    }
}
