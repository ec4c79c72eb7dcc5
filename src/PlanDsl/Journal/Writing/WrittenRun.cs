namespace PlanDsl;

/// <summary>A claimed run whose events a <see cref="BatchWriter{T}"/> writes.</summary>
/// <remarks>Events are appended by one thread at a time, as the contract says, and written by the writer's. What the two share, which
/// is who waits for what and the fault, is changed under the lock; the fault is set once and read without it.</remarks>
internal abstract class WrittenRun : IRunJournal
{
    /// <summary>How many events may be on their way: more than a disk is behind in passing, and little enough to be held in memory.</summary>
    public const int MostUnwritten = 65_536;

    private readonly Lock _gate = new();
    private readonly BatchWriter<JournalEntry> _writer;
    private readonly RequestFeed _requests;
    private readonly bool _isWaitedFor;
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<FlushWait> _waits = [];

    private volatile JournalException? _fault;
    private long _appended;
    private long _written;
    private int _isDisposed;

    /// <param name="runId">The run's id.</param>
    /// <param name="lastSequence">The number of its last recorded event.</param>
    /// <param name="writer">Who writes its events; retained for it, and released when it is closed.</param>
    /// <param name="requests">What is asked of it.</param>
    /// <param name="durability">Whether who flushes is to wait.</param>
    protected WrittenRun(string runId, long lastSequence, BatchWriter<JournalEntry> writer, RequestFeed requests, JournalDurability durability)
    {
        RunId = runId;
        LastSequence = _appended = _written = lastSequence;
        _writer = writer;
        _requests = requests;
        _isWaitedFor = durability is JournalDurability.EveryEvent;
    }

    public string RunId { get; }

    public long LastSequence { get; }

    public RequestFeed Requests => _requests;

    /// <summary>Whether nothing more of it can be written.</summary>
    public bool HasFailed => _fault is not null;

    public void Append(PlanEvent happened)
    {
        if (_fault is not null)
            return;
        if (Volatile.Read(ref _isDisposed) != 0 || happened.Sequence != _appended + 1)
        {
            Fail(JournalFaults.OutOfOrder(RunId, happened));
            return;
        }

        Volatile.Write(ref _appended, happened.Sequence);
        _writer.Add(JournalEntry.Of(this, happened));
    }

    public ValueTask FlushAsync(long sequence)
    {
        if (_fault is { } fault)
            return ValueTask.FromException(fault);
        // What was never appended is not waited for; nor, unless it is promised, what is on its way, as long as that is not too much.
        var appended = Volatile.Read(ref _appended);
        return WaitAsync(Math.Min(sequence, _isWaitedFor ? appended : appended - MostUnwritten));
    }

    /// <summary>Waits until all that has been appended by now is written, whatever the journal promises, or cannot be.</summary>
    public async ValueTask WrittenAsync() =>
        // Whoever flushes is told of a fault.
        await WaitAsync(Volatile.Read(ref _appended)).AsTask().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    public IAsyncEnumerable<RunRequest> RequestsAsync(CancellationToken cancellationToken = default) => _requests.ReadAsync(cancellationToken);

    public ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 0)
        {
            _requests.Complete();
            _writer.Add(JournalEntry.ToClose(this));
        }

        return new(_closed.Task);
    }

    /// <summary>Everything up to an event is as safe as it was promised. Called by the writer.</summary>
    public void Written(long sequence)
    {
        lock (_gate)
        {
            Volatile.Write(ref _written, sequence);
            for (var i = _waits.Count - 1; i >= 0; i--)
            {
                if (_waits[i].Sequence > sequence)
                    continue;
                _waits[i].SetResult();
                _waits.RemoveAt(i);
            }
        }
    }

    /// <summary>Nothing more of it will be written.</summary>
    public void Fail(JournalException fault)
    {
        lock (_gate)
        {
            _fault ??= fault;
            foreach (var wait in _waits)
                wait.SetException(_fault);
            _waits.Clear();
        }
    }

    /// <summary>The claim is given up, by the writer.</summary>
    public void Closed()
    {
        _writer.Release();
        _closed.TrySetResult();
    }

    private ValueTask WaitAsync(long sequence)
    {
        if (sequence <= Volatile.Read(ref _written))
            return default;

        lock (_gate)
        {
            if (_fault is { } late)
                return ValueTask.FromException(late);
            if (sequence <= _written)
                return default;
            var wait = new FlushWait(sequence);
            _waits.Add(wait);
            return new(wait.Task);
        }
    }
}
