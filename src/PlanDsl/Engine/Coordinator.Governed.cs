using PlanDsl.Model;
using Polly;

namespace PlanDsl;

/// <content>Steps with timeouts, retries, pipelines and contexts.</content>
internal abstract partial class Coordinator
{
    private readonly GovernedSteps? _governed;

    // Steps that wait for another attempt, in line for a slot or not yet.
    private int _waiting;

    public string StepIdOf(int step) => _plan.StepIds[step];

    public int AttemptsOf(int step)
    {
        lock (_gate)
            return _steps.AttemptsOf(step);
    }

    public StepStatus StatusOf(int step)
    {
        lock (_gate)
            return _steps.StatusOf(step);
    }

    public StepOutcome<T> OutcomeOf<T>(int step, T? value)
    {
        lock (_gate)
            return new(StepIdOf(step), _steps.StatusOf(step), _steps.ErrorOf(step), value);
    }

    public ResiliencePipeline RetriesOf(int step) => _plan.Retries.Of(step, _time);

    /// <summary>Runs the body of a governed step.</summary>
    public abstract ValueTask InvokeAsync(int step, StepContext context);

    /// <summary>The body of a governed step has returned, on this thread.</summary>
    public abstract void OnReturned(BodyReturn body);

    /// <summary>A governed step has waited long enough and wants a slot.</summary>
    public abstract void OnSlotWanted(GovernedStep step, SlotRequest request);

    /// <summary>A governed step has ended.</summary>
    public abstract void OnEnded(GovernedStep step);

    /// <summary>The time of a governed step is up, with all its attempts.</summary>
    public abstract void OnTimeUp(GovernedStep step);

    /// <summary>Tells that the time of an attempt is up; <see langword="false"/> if the attempt is over or cancelled by now.</summary>
    public bool TryTellTimeout(int step, int attempt, TimeSpan timeout)
    {
        var now = Now();
        lock (_gate)
        {
            if (IsDraining || !IsExecuting(step, attempt))
                return false;
            TellTimeout(step, timeout, isTotal: false, now);
            return true;
        }
    }

    /// <summary>Counts an attempt for which the step has kept its slot; <see langword="false"/> if there are to be none any more.</summary>
    public bool TryAttemptAgain(int step)
    {
        var now = Now();
        lock (_gate)
        {
            if (IsDraining || _steps.StatusOf(step) is not StepStatus.Running)
                return false;
            _steps.AddAttempt(step);
            TellOf(step, now);
            return true;
        }
    }

    /// <summary>Takes the slot of a step whose attempt has failed until the delay is over; <see langword="false"/> if nothing is
    /// to follow the attempt any more.</summary>
    public bool TryWait(GovernedStep governed, StepError error, TimeSpan delay)
    {
        var now = Now();
        var duties = Duties.None;
        var step = governed.Step;
        lock (_gate)
        {
            if (IsDraining || governed.IsTotalReached || _steps.StatusOf(step) is not StepStatus.Running)
                return false;
            if (NextOfStep() is { } hub)
                Publish(hub, EventProjection.OfRetry(step, _steps, Position(isReplayed: false), Advance(now), delay, error));
            FireStep(step, StepTrigger.Wait, now);
            _running--;
            _waiting++;
            if (WorkerThread.GoingOn != governed)
                Take(WorkerKind.Nested, now, ref duties);
        }

        Discharge(duties);
        return true;
    }

    private protected bool IsGoverned(int step) => _plan.Has(step, StepTraits.Governed);

    private protected GovernedStep GovernedAt(int step) => _governed![step];

    /// <summary>Puts a step that waits in line for a slot; whether it has been given one already.</summary>
    private protected bool Enqueue(GovernedStep governed)
    {
        lock (_gate)
        {
            var status = _steps.StatusOf(governed.Step);
            if (status is StepStatus.Waiting && !governed.IsQueued)
            {
                governed.IsQueued = true;
                _ready.Append(governed.Step);
            }

            return status is StepStatus.Running;
        }
    }

    /// <summary>Applies the end of a governed step, unless it has been ended while it waited, and takes one that may start.</summary>
    private protected int Complete(GovernedStep governed, WorkerKind worker)
    {
        var now = Now();
        var error = governed.Error;
        var duties = Duties.None;
        int next;
        lock (_gate)
        {
            var status = _steps.StatusOf(governed.Step);
            if (status is StepStatus.Running)
                _running--;
            else if (status is StepStatus.Waiting)
                LeaveWait(governed);
            else
                return NoStep; // Whoever ended it has seen to what follows.
            Apply(governed.Step, error, now, ref duties);
            next = Take(worker, now, ref duties);
        }

        Discharge(duties);
        return next;
    }

    /// <summary>Cancels a step whose time is up, or fails it if it waits, and takes one that may start.</summary>
    private protected int ReachTotal(GovernedStep governed, WorkerKind worker)
    {
        var now = Now();
        var error = governed.TotalError();
        var duties = Duties.None;
        int next;
        lock (_gate)
        {
            var status = _steps.StatusOf(governed.Step);
            if (IsDraining || status is not (StepStatus.Waiting or StepStatus.Running))
                return NoStep;
            governed.IsTotalReached = true;
            TellTimeout(governed.Step, governed.TotalTimeout, isTotal: true, now);
            if (status is StepStatus.Waiting)
            {
                LeaveWait(governed);
                Apply(governed.Step, error, now, ref duties);
            }

            next = Take(worker, now, ref duties);
        }

        governed.Cancel();
        Discharge(duties);
        return next;
    }

    /// <summary>What brings a governed step into the slot that it is given.</summary>
    private StepTrigger Resumption(int step)
    {
        if (_steps.StatusOf(step) is not StepStatus.Waiting)
            return StepTrigger.Dispatch;
        _waiting--;
        _governed![step].IsQueued = false;
        _steps.AddAttempt(step);
        return StepTrigger.Wake;
    }

    private void LeaveWait(GovernedStep governed)
    {
        _waiting--;
        if (!governed.IsQueued)
            return;
        governed.IsQueued = false;
        _ready.Remove(governed.Step);
    }

    private void TellTimeout(int step, TimeSpan timeout, bool isTotal, DateTimeOffset now)
    {
        if (NextOfStep() is { } hub)
            Publish(hub, EventProjection.OfTimeout(step, _steps, Position(isReplayed: false), Advance(now), timeout, isTotal));
    }
}
