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
        if (_fault is not null)
            return;
        try
        {
            if (Volatile.Read(ref _isDisposed) != 0)
                throw JournalFaults.OutOfOrder(RunId, happened);
            run.Append(happened);
        }
        catch (JournalException fault)
        {
            _fault = fault;
        }
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
