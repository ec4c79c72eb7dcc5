namespace PlanDsl;

/// <summary>The bound on one attempt: a timer, and the token that it cancels.</summary>
internal sealed class AttemptTimeout
{
    // The first attempt, as long as the run is without a coordinator.
    private readonly ExpressRun? _begunBy;
    private readonly int _attempt;
    private readonly TimeProvider _time;
    private readonly BodyCancellation _cancellation = new();
    private readonly ITimer? _timer;
    private readonly long _startedAt;
    private GovernedStep? _step;
    private CancellationTokenRegistration _registration;
    private volatile bool _isReached;

    public AttemptTimeout(GovernedStep step, int attempt, TimeSpan bound, CancellationToken outer, TimeSpan elapsed = default)
        : this(step.Run.Time, attempt, bound, elapsed)
    {
        Join(step, outer);
        _timer = Start(elapsed);
    }

    /// <summary>Bounds the first attempt of a step that goes as any other until it fails, or its time is up.</summary>
    public AttemptTimeout(ExpressRun run, TimeSpan bound)
        : this(run.Time, attempt: 1, bound)
    {
        _begunBy = run;
        _timer = Start(TimeSpan.Zero);
    }

    private AttemptTimeout(TimeProvider time, int attempt, TimeSpan bound, TimeSpan elapsed = default)
    {
        _time = time;
        _attempt = attempt;
        Bound = bound;
        _startedAt = Elapsed.Start(time, elapsed);
    }

    /// <summary>The bound on an attempt that had reached it before the run was resumed, and is taken up once more to be stopped.</summary>
    public static AttemptTimeout ReachedBefore(TimeProvider time, int attempt, TimeSpan bound)
    {
        var reached = new AttemptTimeout(time, attempt, bound, elapsed: bound) { _isReached = true };
        reached._cancellation.Cancel();
        return reached;
    }

    public TimeSpan Bound { get; }

    public TimeSpan TimeLeft => Bound - _time.GetElapsedTime(_startedAt);

    public CancellationToken Token => _cancellation.Token;

    /// <summary>Whether the bound is why the token was cancelled.</summary>
    public bool IsReached => _isReached;

    /// <summary>Makes it the bound of a step that a coordinator knows, under the token of what surrounds the attempt.</summary>
    public void Join(GovernedStep step, CancellationToken outer)
    {
        _step = step;
        _registration = outer.UnsafeRegister(static cancellation => ((BodyCancellation)cancellation!).Cancel(), _cancellation);
    }

    public void Release()
    {
        _timer?.Dispose();
        _registration.Unregister();
        _cancellation.Release();
    }

    private ITimer? Start(TimeSpan elapsed) => OneShot.Start(_time, static timeout => ((AttemptTimeout)timeout!).Reach(), this, Elapsed.LeftOf(Bound, elapsed));

    private void Reach()
    {
        if (_cancellation.Token.IsCancellationRequested)
            return;

        // None if the body has returned meanwhile, be it that the run has ended.
        _begunBy?.OnTimeUp();
        if (_step is not { } step || !step.Run.TryTellTimeout(step, _attempt, Bound))
            return;
        _isReached = true;
        _cancellation.Cancel();
    }
}
