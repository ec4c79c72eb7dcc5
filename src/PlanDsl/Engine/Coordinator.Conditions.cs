namespace PlanDsl;

/// <content>Conditions: asked when all predecessors have ended, outside the lock and without a slot.</content>
internal abstract partial class Coordinator
{
    // Steps whose condition is to be asked, each with whether it is to go ahead of what is ready already.
    private Queue<(int Step, bool IsFirst)>? _undecided;
    private int _deciding;

    private bool HasUndecided => _undecided is { Count: > 0 };

    private bool IsDeciding => _deciding > 0 || HasUndecided;

    /// <summary>Asks whether a step is to run, by its condition or by the way through the plan.</summary>
    private protected abstract bool Decide(GovernedStep step, int question);

    /// <summary>Asks the condition of a step, applies the answer, and takes a step that may start then.</summary>
    private protected Turn AskCondition(Turn turn, WorkerKind worker)
    {
        SkipCause? cause = null;
        StepError? error = null;
        try
        {
            cause = WhyNotToRun(turn.Unit!);
        }
        catch (Exception exception)
        {
            error = StepError.OfCondition(exception, _steps.PathOf(turn.Step));
        }

        var now = Now();
        var duties = Duties.None;
        Turn next;
        lock (_gate)
        {
            _deciding--;
            ApplyCondition(turn, cause, error, now, ref duties);
            next = Take(worker, now, ref duties);
        }

        return Discharge(duties, next, worker);
    }

    // A step that the way does not lead to is not asked for its own condition, which may read what is not there.
    private SkipCause? WhyNotToRun(GovernedStep step) =>
        step.Branch is { } branch && !Decide(step, branch) ? SkipCause.Branch
        : step.Condition is { } condition && !Decide(step, condition) ? SkipCause.Condition
        : null;

    private void ApplyCondition(Turn turn, SkipCause? cause, StepError? error, DateTimeOffset now, ref Duties duties)
    {
        var step = turn.Step;

        // The step may have been cancelled meanwhile.
        if (_steps.StatusOf(step) is not StepStatus.Pending)
            return;
        if (error is not null)
        {
            Apply(step, error, isCancelled: false, now, ref duties);
        }
        else if (cause is not null)
        {
            if (cause is SkipCause.Branch)
                _steps.MarkOffBranch(step);
            FireStep(step, StepTrigger.Skip, now);
            Fire(PlanTrigger.StepSucceeded);
            Settle(step, now);
            CloseRound(ref duties);
        }
        else
        {
            MakeReady(step, turn.Kind is TurnKind.LeadingCondition);
        }
    }

    /// <summary>Takes a step whose condition is to be asked, if there is one.</summary>
    private Turn TakeUndecided()
    {
        while (_undecided is { Count: > 0 })
        {
            var (step, isFirst) = _undecided.Dequeue();
            if (_steps.StatusOf(step) is not StepStatus.Pending)
                continue;
            _deciding++;
            return new(step, _governed![step], isFirst ? TurnKind.LeadingCondition : TurnKind.Condition);
        }

        return Turn.None;
    }
}
