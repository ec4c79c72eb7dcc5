namespace PlanDsl;

/// <summary>Watches over one call of a governed step's body: once its token is cancelled, it has a while left to return.</summary>
internal sealed class AttemptGrace
{
    private readonly CancellationTokenRegistration _registration;
    private ITimer? _timer;
    private BodyReturn? _body;
    private volatile bool _hasReturned;

    public AttemptGrace(GovernedStep unit, StepContext context)
    {
        Unit = unit;
        Context = context;
        _registration = context.CancellationToken.UnsafeRegister(static grace => ((AttemptGrace)grace!).Start(), this);
    }

    public GovernedStep Unit { get; }

    /// <summary>What the body was called with.</summary>
    public StepContext Context { get; }

    /// <summary>What awaits the body; <see langword="null"/> unless it goes on after it has returned its task.</summary>
    public BodyReturn? Body
    {
        get => Volatile.Read(ref _body);
        set => Volatile.Write(ref _body, value);
    }

    public bool HasReturned => _hasReturned;

    /// <summary>Why the token was cancelled: what comes later, while the body goes on, does not change that.</summary>
    public FailureKind Reason { get; private set; }

    /// <summary>The body has returned.</summary>
    public void Release()
    {
        _hasReturned = true;
        _registration.Unregister();
        Volatile.Read(ref _timer)?.Dispose();
    }

    private void Start()
    {
        Reason = Unit.ReasonOfCancelling;
        var timer = OneShot.Start(Unit.Run.Time, static grace => ((AttemptGrace)grace!).Reach(), this, Unit.Run.CancelGrace);
        Interlocked.Exchange(ref _timer, timer);
        if (_hasReturned)
            timer?.Dispose();
    }

    private void Reach() => Unit.Run.OnGraceOver(this);
}
