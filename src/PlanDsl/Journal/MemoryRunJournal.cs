namespace PlanDsl;

/// <summary>The claim of a run in a <see cref="MemoryJournal"/>.</summary>
internal sealed class MemoryRunJournal(MemoryRun run, RequestFeed requests, Action<MemoryRun> release) : IRunJournal
{
    private volatile JournalException? _fault;
    private int _isDisposed;

    public string RunId => run.RunId;

    public long LastSequence { get; } = run.LastSequence;

    public void Append(PlanEvent happened)
    {
        if (_fault is null && (Volatile.Read(ref _isDisposed) != 0 || !run.TryAppend(happened)))
            _fault = JournalFaults.OutOfOrder(RunId, happened);
    }

    public ValueTask FlushAsync(long sequence) => _fault is { } fault ? ValueTask.FromException(fault) : default;

    public IAsyncEnumerable<RunRequest> RequestsAsync(CancellationToken cancellationToken = default) => requests.ReadAsync(cancellationToken);

    public ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 0)
            release(run);
        return default;
    }
}
