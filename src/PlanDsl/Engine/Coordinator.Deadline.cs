namespace PlanDsl;

/// <content>The bound on the run as a whole.</content>
internal abstract partial class Coordinator
{
    private ITimer? _deadlineTimer;
    private long _startedAt;
    private bool _isDeadlineReached;

    public TimeProvider Time => _time;

    /// <summary>What is left of the plan's time; <see cref="TimeSpan.MaxValue"/> if nothing bounds it.</summary>
    public TimeSpan TimeLeft() =>
        _plan.Timeout is { } timeout ? timeout - _time.GetElapsedTime(_startedAt) : TimeSpan.MaxValue;

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
                if (_isEnding || IsDraining)
                    return;
                _isDeadlineReached = true;
                Drain(RunStatus.Failed, error, now, ref duties);
                CloseRound(ref duties);
            }

            Discharge(duties);
        }
        catch (Exception fault)
        {
            Panic(fault);
        }
    }
}
