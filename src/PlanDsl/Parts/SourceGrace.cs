namespace PlanDsl;

/// <summary>Watches over the source of a fan-out while it is awaited: once the token of the step is cancelled, it has a while left
/// to answer, as a body has to return.</summary>
internal sealed class SourceGrace
{
    private readonly TaskCompletionSource _end = new();
    private readonly GovernedStep _whole;
    private readonly CancellationTokenRegistration _registration;
    private ITimer? _timer;
    private volatile bool _isReleased;

    public SourceGrace(GovernedStep whole)
    {
        _whole = whole;
        _registration = whole.Token.UnsafeRegister(static grace => ((SourceGrace)grace!).Start(), this);
    }

    /// <summary>Whether the source was left to itself.</summary>
    public bool HasGivenUp { get; private set; }

    /// <summary>Waits for the source.</summary>
    /// <param name="answer">What it does. Awaited by nobody else.</param>
    /// <exception cref="OperationCanceledException">It goes on although the token was cancelled long ago.</exception>
    public async ValueTask AwaitAsync(Task answer)
    {
        if (await Task.WhenAny(answer, _end.Task).ConfigureAwait(false) == answer)
        {
            await answer.ConfigureAwait(false);
            return;
        }

        // Nobody looks at what comes of it.
        _ = answer.ContinueWith(
            static late => late.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        HasGivenUp = true;
        _whole.Run.AbandonSource(_whole);
        throw new OperationCanceledException(_whole.Token);
    }

    /// <summary>The source is awaited no more.</summary>
    public void Release()
    {
        _isReleased = true;
        _registration.Unregister();
        Volatile.Read(ref _timer)?.Dispose();
    }

    private void Start()
    {
        var timer = OneShot.Start(_whole.Run.Time, static grace => ((SourceGrace)grace!)._end.TrySetResult(), this, _whole.Run.CancelGrace);
        Interlocked.Exchange(ref _timer, timer);
        if (_isReleased)
            timer?.Dispose();
    }
}
