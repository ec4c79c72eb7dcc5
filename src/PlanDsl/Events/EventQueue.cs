namespace PlanDsl;

/// <summary>Between the engine and one observer: the engine never waits for it, and the observer is called from the thread
/// pool, one event at a time. An observer that throws is not called again.</summary>
/// <remarks>Whoever adds an event while nobody delivers has a thread do that. It takes all that has come meanwhile at a time, and
/// leaves when it finds nothing more. Events are added, and the queue is closed, under the lock; so is taken what was added,
/// together with the decision to leave. So nothing is added without somebody who is going to deliver it, and never do two deliver.</remarks>
internal sealed class EventQueue : IThreadPoolWorkItem, IDisposable
{
    private const int Capacity = 65_536;

    // What a plan of the usual size brings before somebody comes to deliver it.
    private const int UsualLength = 16;

    private readonly Lock _gate = new();
    private readonly IObserver<PlanEvent> _observer;

    // Of whoever subscribes; null if its flow was suppressed.
    private readonly ExecutionContext? _context = ExecutionContext.Capture();

    private IEnumerable<PlanEvent>? _backlog;
    private List<PlanEvent> _added = new(UsualLength);
    private List<PlanEvent> _taken = new(UsualLength);
    private InvalidOperationException? _overflow;
    private bool _isServed = true;
    private bool _isClosed;
    private volatile bool _isDisposed;

    // Each is written by one side alone.
    private int _counted;
    private int _countedAndTaken;

    /// <param name="observer">The observer.</param>
    /// <param name="backlog">What it is told first, beside the queue and its bound.</param>
    public EventQueue(IObserver<PlanEvent> observer, IEnumerable<PlanEvent> backlog)
    {
        _observer = observer;
        _backlog = backlog;
    }

    /// <summary>Begins to call the observer.</summary>
    public void Start() => Call();

    /// <summary>Adds an event; <see langword="false"/> if there is no room for it, which ends this queue.</summary>
    public bool TryEnqueue(PlanEvent happened)
    {
        bool isServed;
        lock (_gate)
        {
            if (_isClosed)
                return false;
            if (Counts(happened) && unchecked(++_counted - Volatile.Read(ref _countedAndTaken)) > Capacity)
            {
                _overflow = new($"The observer has let its queue of {Capacity} events overflow.");
                _isClosed = true;
                return false;
            }

            _added.Add(happened);
            isServed = _isServed;
            _isServed = true;
        }

        if (!isServed)
            Call();
        return true;
    }

    /// <summary>No event follows.</summary>
    public void Complete()
    {
        bool isServed;
        lock (_gate)
        {
            _isClosed = true;
            isServed = _isServed;
            _isServed = true;
        }

        if (!isServed)
            Call();
    }

    public void Dispose()
    {
        _isDisposed = true;
        Complete();
    }

    void IThreadPoolWorkItem.Execute()
    {
        if (_context is null)
            Deliver();
        else
            ExecutionContext.Run(_context, static queue => ((EventQueue)queue!).Deliver(), this);
    }

    private void Call() => ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);

    // A failure may end a hundred thousand steps at a stroke. No observer could keep up with that, and the plan bounds it.
    private static bool Counts(PlanEvent happened) => happened is not (StepSkippedEvent or StepCancelledEvent { Attempt: 0 });

    private void Deliver()
    {
        try
        {
            foreach (var happened in Interlocked.Exchange(ref _backlog, null) ?? [])
                Deliver(happened);
            while (TryTake())
            {
                foreach (var happened in _taken)
                {
                    if (Counts(happened))
                        Volatile.Write(ref _countedAndTaken, unchecked(_countedAndTaken + 1));
                    Deliver(happened);
                }

                _taken.Clear();
            }
        }
        catch (Exception)
        {
            // What an observer throws harms nobody; it is merely not called any more.
            Dispose();
        }
    }

    /// <summary>Takes what has been added; <see langword="false"/> if that is nothing, and somebody else is to be called for what comes.</summary>
    private bool TryTake()
    {
        lock (_gate)
        {
            if (_added.Count > 0)
            {
                (_added, _taken) = (_taken, _added);
                return true;
            }

            if (!_isClosed)
            {
                _isServed = false;
                return false;
            }
        }

        TellEnd();
        return false;
    }

    // Once: who finds the queue closed and empty does not leave room for another.
    private void TellEnd()
    {
        if (_isDisposed)
            return;
        if (_overflow is null)
            _observer.OnCompleted();
        else
            _observer.OnError(_overflow);
    }

    private void Deliver(PlanEvent happened)
    {
        if (!_isDisposed)
            _observer.OnNext(happened);
    }
}
