namespace PlanDsl;

/// <summary>The bound on one attempt: a timer, and the token that it cancels.</summary>
internal sealed class AttemptTimeout
{
    private readonly GovernedStep _step;
    private readonly int _attempt;
    private readonly BodyCancellation _cancellation = new();
    private readonly CancellationTokenRegistration _registration;
    private readonly ITimer? _timer;
    private readonly long _startedAt;
    private volatile bool _isReached;

    public AttemptTimeout(GovernedStep step, int attempt, TimeSpan bound, CancellationToken outer)
    {
        _step = step;
        _attempt = attempt;
        Bound = bound;
        _startedAt = step.Run.Time.GetTimestamp();
        _registration = outer.UnsafeRegister(static cancellation => ((BodyCancellation)cancellation!).Cancel(), _cancellation);
        _timer = OneShot.Start(step.Run.Time, static timeout => ((AttemptTimeout)timeout!).Reach(), this, bound);
    }

    public TimeSpan Bound { get; }

    public TimeSpan TimeLeft => Bound - _step.Run.Time.GetElapsedTime(_startedAt);

    public CancellationToken Token => _cancellation.Token;

    /// <summary>Whether the bound is why the token was cancelled.</summary>
    public bool IsReached => _isReached;

    public void Release()
    {
        _timer?.Dispose();
        _registration.Unregister();
        _cancellation.Release();
    }

    private void Reach()
    {
        if (_cancellation.Token.IsCancellationRequested || !_step.Run.TryTellTimeout(_step, _attempt, Bound))
            return;
        _isReached = true;
        _cancellation.Cancel();
    }
}
