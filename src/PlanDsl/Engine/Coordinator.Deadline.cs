namespace PlanDsl;

/// <content>The bound on the run as a whole.</content>
internal abstract partial class Coordinator
{
    private ITimer? _deadlineTimer;
    private long _startedAt;
    private bool _isDeadlineReached;

    public TimeProvider Time => _time;

    /// <summary>The token of what surrounds a step: the run's, except for steps that run also when the run has given up.</summary>
    public CancellationToken TokenAround(int step) => _plan.RunWhenOf(step) is RunWhen.Success ? BodyToken : CancellationToken.None;

    /// <summary>What is left to a step of the plan's time and of that around it; <see cref="TimeSpan.MaxValue"/> if neither
    /// bounds it.</summary>
    public TimeSpan TimeLeft(int step)
    {
        if (_plan.RunWhenOf(step) is not RunWhen.Success)
            return TimeSpan.MaxValue;
        var left = _parent?.TimeLeft() ?? TimeSpan.MaxValue;
        if (_plan.Timeout is not { } timeout)
            return left;
        var own = timeout - _time.GetElapsedTime(_startedAt);
        return own < left ? own : left;
    }

    private void StartDeadline(TimeSpan timeout, TimeSpan elapsed)
    {
        _startedAt = Elapsed.Start(_time, elapsed);
        if (elapsed > TimeSpan.Zero)
            timeout = Elapsed.LeftOf(timeout, elapsed);

        // Where as much is left around, what is around decides.
        if (timeout >= _parent?.TimeLeft())
            return;
        _deadlineTimer = OneShot.Start(_time, static run => ((Coordinator)run!).ReachDeadline(), this, timeout);
    }

    private void ReachDeadline()
    {
        try
        {
            var now = Now();
            var duties = Duties.None;
            lock (_gate)
            {
                if (_isEnding || _isDraining)
                    return;
                DrainForDeadline(now, ref duties);
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

    private void DrainForDeadline(DateTimeOffset now, ref Duties duties)
    {
        _isDeadlineReached = true;
        Drain(RunStatus.Failed, new(FailureKind.Timeout, $"The run has reached its timeout of {BoundText.Of(_plan.Timeout!.Value)}."), now, ref duties);
    }
}
