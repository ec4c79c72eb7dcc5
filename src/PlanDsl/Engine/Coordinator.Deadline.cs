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

    /// <summary>What is left to a step of the plan's time; <see cref="TimeSpan.MaxValue"/> if that does not bound it.</summary>
    public TimeSpan TimeLeft(int step) =>
        _plan.Timeout is { } timeout && _plan.RunWhenOf(step) is RunWhen.Success ? timeout - _time.GetElapsedTime(_startedAt) : TimeSpan.MaxValue;

    private void StartDeadline(TimeSpan timeout)
    {
        _startedAt = _time.GetTimestamp();
        _deadlineTimer = OneShot.Start(_time, static run => ((Coordinator)run!).ReachDeadline(), this, timeout);
    }

    private void ReachDeadline()
    {
        try
        {
            var now = Now();
            var error = new StepError(FailureKind.Timeout, $"The run has reached its timeout of {BoundText.Of(_plan.Timeout!.Value)}.");
            var duties = Duties.None;
            lock (_gate)
            {
                if (_isEnding || _isDraining)
                    return;
                _isDeadlineReached = true;
                Drain(RunStatus.Failed, error, now, ref duties);
                CloseRound(ref duties);
            }

            Discharge(duties);
            Attend(WorkerKind.Free);
        }
        catch (Exception fault)
        {
            Panic(fault);
        }
    }
}
