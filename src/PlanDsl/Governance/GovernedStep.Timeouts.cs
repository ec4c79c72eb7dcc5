namespace PlanDsl;

/// <content>Bounds on the step's time. Where a bound within another would be reached no earlier, it is left out: the
/// outermost decides.</content>
internal sealed partial class GovernedStep
{
    // What bounds an attempt that nothing else bounds, because the run no longer does.
    private static readonly TimeSpan OfLateSteps = TimeSpan.FromSeconds(60);

    private ITimer? _totalTimer;
    private long _startedAt;
    private volatile bool _isTotalReached;

    // What stands for the timeouts that were reached, so that they are told from a TimeoutException of the body's own.
    private MarkedExceptions _timeouts;

    /// <summary>The bound on the step with all its attempts.</summary>
    public TimeSpan TotalTimeout => DeclaredTotal!.Value;

    /// <summary>Whether that bound was reached. Written by the coordinator, under its lock.</summary>
    public bool IsTotalReached
    {
        get => _isTotalReached;
        set => _isTotalReached = value;
    }

    // Of a group, all that a timeout can mean is the whole; a part shares that of its whole.
    private TimeSpan? DeclaredTotal => IsPart ? null
        : Parts is GroupParts && OwnTimeout is { } timeout && !(policy?.TotalTimeout < timeout) ? timeout
        : policy?.TotalTimeout;

    private string NameOfTotal => Parts is GroupParts ? "timeout" : "total timeout";

    /// <summary>The failure of the step when it reaches that bound while it waits.</summary>
    public StepError TotalError() =>
        StepError.Of(Reached(NameOfTotal, TotalTimeout, _lastFailure), Path) with { Kind = FailureKind.Timeout };

    /// <summary>Why the token of the attempt is cancelled: for want of a reason of the run's, because its time was up.</summary>
    public FailureKind ReasonOfCancelling =>
        _cancellation.Token.IsCancellationRequested && !IsTotalReached ? FailureKind.Cancelled : FailureKind.Timeout;

    /// <summary>The error of the step when its body has not returned though its token was cancelled a while ago.</summary>
    /// <param name="attempt">What the body was called with.</param>
    /// <param name="reason">Why it was cancelled.</param>
    public StepError AbandonedError(StepContext attempt, FailureKind reason)
    {
        var grace = BoundText.Of(run.CancelGrace);
        var message = reason is not FailureKind.Timeout || WhatWasReached(attempt.ReachedTimeout) is not { } reached
            ? $"The body of step '{Path}' has not returned within {grace} of being cancelled."
            : $"{reached}, and its body has not returned within {grace} of that.";
        return StepError.Of(new TimeoutException(message), Path) with { Kind = reason };
    }

    private void StartTotalTimeout()
    {
        if (DeclaredTotal is not { } total || _isGiven)
            return;
        var elapsed = TimeBefore;
        if (elapsed > TimeSpan.Zero)
            total = Elapsed.LeftOf(total, elapsed);
        if (total >= TimeLeft())
            return;
        _startedAt = Elapsed.Start(run.Time, elapsed);
        if (total == TimeSpan.Zero)
        {
            ReachTotal();
            return;
        }

        _totalTimer = OneShot.Start(run.Time, static governed => ((GovernedStep)governed!).ReachTotal(), this, total);
    }

    private void ReachTotal() => run.OnTimeUp(this);

    /// <summary>The bound on the attempt that begins now, if it has one of its own, and when its time is up whatever it is
    /// bounded by.</summary>
    private AttemptTimeout? LimitAttempt(int attempt, CancellationToken outer, out DateTimeOffset? deadline)
    {
        LeaveWaitBefore();
        if (ReachedBefore(attempt) is { } reached)
        {
            deadline = run.Time.GetUtcNow();
            return AttemptTimeout.ReachedBefore(run.Time, attempt, reached);
        }

        var left = TimeLeft();
        var own = !_isGiven && OwnTimeout is { } timeout && Elapsed.LeftOf(timeout, WaitBefore) < left ? timeout : (TimeSpan?)null;
        left = own is { } bound ? Elapsed.LeftOf(bound, WaitBefore) : left;
        deadline = WaitOverAt ?? (left == TimeSpan.MaxValue ? null : OneShot.At(run.Time, left));
        if (own is null)
            return null;
        if (_inheritedTimeout is not { } inherited)
            return new(this, attempt, own.Value, outer, TakeWaitBefore());
        _inheritedTimeout = null;
        inherited.Join(this, outer);
        return inherited;
    }

    private TimeSpan? OwnTimeout => policy?.Timeout ?? (policy is { RunWhen: not RunWhen.Success } ? OfLateSteps : null);

    /// <summary>What is left of its time, whatever bounds it but the attempt; <see cref="TimeSpan.MaxValue"/> if nothing does.</summary>
    public TimeSpan TimeLeft()
    {
        var left = whole?.TimeLeft() ?? run.TimeLeft(step);
        if (_startedAt is 0)
            return left;
        var ofTotal = TotalTimeout - run.Time.GetElapsedTime(_startedAt);
        return ofTotal < left ? ofTotal : left;
    }

    /// <summary>What an exception means: one that says that the attempt was cancelled, because its time was up, is a timeout.</summary>
    private Exception Explain(Exception exception, AttemptTimeout? timeout)
    {
        if (exception is not OperationCanceledException)
            return exception;
        if (timeout is { IsReached: true })
            return _timeouts.Add(Reached("timeout", timeout.Bound, exception));
        if (IsTotalReached)
            return _timeouts.Add(Reached(NameOfTotal, TotalTimeout, exception));
        return _cancellation.Token.IsCancellationRequested ? exception : _unasked.Add(exception);
    }

    /// <summary>What an exception of the source of a fan-out means. Asked before that cancels the elements.</summary>
    public Exception ExplainSource(Exception exception) => Explain(exception, timeout: null);

    private Exception? ExplainParts(Exception? exception) => exception is OperationCanceledException && !IsOfParts(exception) && IsTotalReached
        ? _timeouts.Add(Reached(NameOfTotal, TotalTimeout, exception))
        : exception;

    private TimeoutException Reached(string which, TimeSpan bound, Exception? inner) => new($"{TextOf(which, bound)}.", inner);

    private string? WhatWasReached(TimeSpan? ofAttempt) =>
        ofAttempt is { } timeout ? TextOf("timeout", timeout)
        : IsTotalReached ? TextOf(NameOfTotal, TotalTimeout)
        : null;

    private string TextOf(string which, TimeSpan bound) => $"Step '{Path}' has reached its {which} of {BoundText.Of(bound)}";
}
