using PlanDsl.Model;
using Polly;

namespace PlanDsl;

/// <content>Steps with timeouts, retries, pipelines and contexts.</content>
internal abstract partial class Coordinator
{
    private readonly GovernedSteps? _governed;

    // Steps that wait for another attempt, in line for a slot or not yet.
    private int _waiting;

    public int AttemptsOf(GovernedStep unit)
    {
        lock (_gate)
            return unit.Steps.AttemptsOf(unit.Entry);
    }

    public bool HasSucceeded(int step)
    {
        lock (_gate)
            return _steps.HasSucceeded(step);
    }

    public StepOutcome<T> OutcomeOf<T>(int step, T? value)
    {
        lock (_gate)
            return new(_steps.EndOf(step), value);
    }

    public ResiliencePipeline RetriesOf(int step) => _plan.Retries.Of(step, _time);

    /// <summary>What no failure of the run is to tell, and none of a run that is part of it; <see langword="null"/> for nothing.</summary>
    public abstract RunSecrets? Secrets { get; }

    /// <summary>Runs the body of a governed step.</summary>
    public abstract ValueTask InvokeAsync(int step, StepContext context);

    /// <summary>A governed step may go on, on this thread: its body has returned, or one of its parts has moved.</summary>
    public abstract void OnReturned(Resumption resumption);

    /// <summary>A governed step has waited long enough and wants a slot.</summary>
    public abstract void OnSlotWanted(GovernedStep step, SlotRequest request);

    /// <summary>A governed step has ended.</summary>
    public abstract void OnEnded(GovernedStep step);

    /// <summary>The time of a governed step is up, with all its attempts.</summary>
    public abstract void OnTimeUp(GovernedStep step);

    /// <summary>Tells that the time of an attempt is up; <see langword="false"/> if the attempt is over or cancelled by now.</summary>
    public bool TryTellTimeout(GovernedStep unit, int attempt, TimeSpan timeout)
    {
        var now = Now();
        lock (_gate)
        {
            if (IsCalledOff(unit) || !IsExecuting(unit, attempt))
                return false;
            TellTimeout(unit, attempt, timeout, isTotal: false, now);
        }

        _watch?.Tell();
        return true;
    }

    /// <summary>Counts an attempt for which the step has kept its slot, and gives its number; 0 if there are to be none any more.</summary>
    public int AttemptAgain(GovernedStep unit)
    {
        var now = Now();
        int attempt;
        lock (_gate)
        {
            if (IsCalledOff(unit) || unit.Status is not StepStatus.Running)
                return 0;
            unit.Steps.AddAttempt(unit.Entry);
            attempt = unit.Steps.AttemptsOf(unit.Entry);
            TellOf(unit.Steps, unit.Entry, now);
        }

        _watch?.Tell();
        return attempt;
    }

    /// <summary>Tells that an attempt has failed and will be followed by another, for which the step keeps its slot.</summary>
    public void TellRetry(GovernedStep unit, int attempt, StepError error, TimeSpan delay)
    {
        var now = Now();
        lock (_gate)
        {
            if (IsCalledOff(unit) || unit.Status is not (StepStatus.Running or StepStatus.Waiting))
                return;
            TellRetry(unit, attempt, error, delay, now);
        }

        _watch?.Tell();
    }

    /// <summary>Takes the slot of a step whose attempt has failed until the delay is over; <see langword="false"/> if nothing is
    /// to follow the attempt any more.</summary>
    /// <param name="unit">The step.</param>
    /// <param name="attempt">The number of the attempt; 0 for the last.</param>
    /// <param name="error">What it has failed with.</param>
    /// <param name="delay">The delay.</param>
    public bool TryWait(GovernedStep unit, int attempt, StepError error, TimeSpan delay)
    {
        var now = Now();
        var duties = Duties.None;
        lock (_gate)
        {
            if (IsCalledOff(unit) || unit.Status is not StepStatus.Running)
                return false;
            TellRetry(unit, attempt, error, delay, now);
            Fire(unit, StepTrigger.Wait, now);
            Leave(unit);
            _waiting++;
            if (WorkerThread.GoingOn != unit)
                Take(WorkerKind.Nested, now, ref duties);
        }

        Discharge(duties);
        return true;
    }

    /// <summary>Takes a step that waits out of the line for a slot: nobody is to be given it now.</summary>
    public void GiveUpTurn(GovernedStep unit)
    {
        lock (_gate)
        {
            if (unit.Status is StepStatus.Waiting)
                LeaveQueue(unit);
        }
    }

    /// <summary>Puts a step that waits in line for a slot; whether it has been given one already.</summary>
    private protected bool Enqueue(GovernedStep unit)
    {
        lock (_gate)
        {
            if (WaitsForTurn(unit) && !unit.IsQueued)
            {
                unit.IsQueued = true;
                Stand(unit);
            }

            return !WaitsForTurn(unit) && unit.Status is StepStatus.Running;
        }
    }

    /// <summary>Applies the end of a governed step, unless it has been ended while it waited, and takes one that may start.</summary>
    private protected Turn Complete(GovernedStep unit, WorkerKind worker)
    {
        var now = Now();
        var error = unit.Error;
        var duties = Duties.None;
        Turn next;
        lock (_gate)
        {
            var status = unit.Status;
            if (status is StepStatus.Running)
                Leave(unit);
            else if (status is StepStatus.Waiting)
                LeaveWait(unit);
            else
                return Turn.None; // Whoever ended it has seen to what follows.
            End(unit, error, unit.IsCancelled, now, ref duties);
            next = Take(worker, now, ref duties);
        }

        return Discharge(duties, next, worker);
    }

    /// <summary>Cancels a step whose time is up, or fails it if it waits, and takes one that may start.</summary>
    private protected Turn ReachTotal(GovernedStep unit, WorkerKind worker)
    {
        var now = Now();
        var error = unit.TotalError();
        var duties = Duties.None;
        Turn next;
        lock (_gate)
        {
            var status = unit.Status;
            if (IsCalledOff(unit) || status is not (StepStatus.Waiting or StepStatus.Running))
                return Turn.None;
            unit.IsTotalReached = true;
            TellTimeout(unit, unit.Steps.AttemptsOf(unit.Entry), unit.TotalTimeout, isTotal: true, now);
            (unit.Parts as GroupParts)?.Expire();
            if (unit.Parts is not null)
                Stop(unit, now);
            if (status is StepStatus.Waiting)
            {
                LeaveWait(unit);
                Apply(unit.Step, error, isCancelled: false, now, ref duties);
            }

            next = Take(worker, now, ref duties);
        }

        if (unit.Parts is null)
            unit.Cancel();
        return Discharge(duties, next, worker);
    }

    /// <summary>Begins a step, or another attempt of it.</summary>
    private void Begin(GovernedStep unit, DateTimeOffset now)
    {
        unit.IsQueued = false;
        if (unit.Entry < 0)
            Enter(unit);
        if (unit is { IsPart: true, Status: StepStatus.Pending })
            unit.Whole!.Parts!.Enter(unit);

        if (unit.Status is not StepStatus.Waiting)
        {
            if (!unit.IsAtFallback)
                Fire(unit, StepTrigger.Dispatch, now);
            return;
        }

        _waiting--;
        if (!unit.IsAtFallback)
            unit.Steps.AddAttempt(unit.Entry);
        Fire(unit, StepTrigger.Wake, now);
    }

    /// <summary>Whether nothing is to start in a step any more.</summary>
    public bool IsCalledOff(GovernedStep unit)
    {
        if (IsDrained(unit.Step))
            return true;
        for (var whole = unit; whole is not null; whole = whole.Whole)
        {
            if (whole.IsCalledOff || whole.IsTotalReached)
                return true;
        }

        return false;
    }

    private void LeaveWait(GovernedStep unit)
    {
        _waiting--;
        LeaveQueue(unit);
    }

    private void TellRetry(GovernedStep unit, int attempt, StepError error, TimeSpan delay, DateTimeOffset now)
    {
        if (NextOfStep() is { } hub)
            Publish(hub, EventProjection.OfRetry(unit.Entry, unit.Steps, Position(isReplayed: false), Advance(now), attempt, delay, error));
    }

    private void TellTimeout(GovernedStep unit, int attempt, TimeSpan timeout, bool isTotal, DateTimeOffset now)
    {
        if (NextOfStep() is { } hub)
            Publish(hub, EventProjection.OfTimeout(unit.Entry, unit.Steps, Position(isReplayed: false), Advance(now), attempt, timeout, isTotal));
    }
}
