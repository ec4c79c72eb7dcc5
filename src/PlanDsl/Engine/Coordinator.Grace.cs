using PlanDsl.Model;

namespace PlanDsl;

/// <content>Bodies that go on although they were asked to stop: after a while the run goes on without them.</content>
internal abstract partial class Coordinator
{
    private ITimer? _graceTimer;

    /// <summary>How long a body may go on after its token was cancelled.</summary>
    public TimeSpan CancelGrace { get; }

    /// <summary>A body has gone on for too long after its token was cancelled.</summary>
    public abstract void OnGraceOver(AttemptGrace attempt);

    /// <summary>Ends a governed step without its body, unless that has returned by now, and takes a step that may start. A step
    /// of which another attempt goes on, or has returned, loses but this one.</summary>
    private protected Turn Abandon(AttemptGrace attempt, WorkerKind worker)
    {
        var unit = attempt.Unit;
        var error = unit.AbandonedError(attempt.Context, attempt.Reason);
        var now = Now();
        var duties = Duties.None;
        Turn next;
        bool isLeftBehind;
        lock (_gate)
        {
            if (attempt.HasReturned || unit.Status is not StepStatus.Running)
                return Turn.None;
            unit.Steps.MarkAbandoned(unit.Entry);
            isLeftBehind = unit.TryLeaveBehind(attempt);
            if (isLeftBehind)
            {
                next = Turn.None;
            }
            else
            {
                Leave(unit);
                End(unit, error, error.Kind is not FailureKind.Timeout, now, ref duties);
                next = Take(worker, now, ref duties);
            }
        }

        if (isLeftBehind)
            attempt.Body?.LeaveBehind(unit.FailureOf(error));
        return Discharge(duties, next, worker);
    }

    /// <summary>The source of a fan-out has gone on for too long after the step's token was cancelled. The step ends without it.</summary>
    public void AbandonSource(GovernedStep whole)
    {
        lock (_gate)
            whole.Steps.MarkAbandoned(whole.Entry);
    }

    /// <summary>Starts to count for all bodies that are not governed, which are cancelled together.</summary>
    private void StartGrace()
    {
        var timer = OneShot.Start(_time, static run => ((Coordinator)run!).AbandonAll(), this, CancelGrace);
        bool isLate;
        lock (_gate)
        {
            isLate = _hasEnded;
            if (!isLate)
                _graceTimer = timer;
        }

        if (isLate)
            timer?.Dispose();
    }

    /// <summary>Starts to count for one body that is not governed.</summary>
    private void StartGrace(int step)
    {
        var timer = OneShot.Start(_time, static body => ((StepGrace)body!).Reach(), new StepGrace(this, step), CancelGrace);
        ITimer? idle;
        lock (_gate)
            idle = _steps.StatusOf(step) is StepStatus.Running ? (_ownTokens ??= new(_plan)).SetGrace(step, timer) : timer;
        idle?.Dispose();
    }

    private void AbandonAll() => Abandon(static (run, step) => run.IsDrained(step));

    public void Abandon(int step) => Abandon((_, other) => other == step);

    private void Abandon(Func<Coordinator, int, bool> isMeant)
    {
        try
        {
            var now = Now();
            var duties = Duties.None;
            var graces = new List<ITimer>();
            lock (_gate)
            {
                for (var step = 0; step < _plan.StepCount && !_hasEnded; step++)
                {
                    if (_steps.StatusOf(step) is StepStatus.Running && !_plan.Has(step, StepTraits.Governed) && isMeant(this, step)
                        && Abandon(step, now, ref duties) is { } grace)
                        graces.Add(grace);
                }
            }

            graces.ForEach(static grace => grace.Dispose());
            Discharge(duties);
            Attend();
        }
        catch (Exception fault)
        {
            Panic(fault);
        }
    }

    private ITimer? Abandon(int step, DateTimeOffset now, ref Duties duties)
    {
        _steps.MarkAbandoned(step);
        Leave(step);
        var grace = _ownTokens?.Close(step);
        Apply(step, ErrorOfCancelling(step), isCancelled: true, now, ref duties);
        return grace;
    }
}
