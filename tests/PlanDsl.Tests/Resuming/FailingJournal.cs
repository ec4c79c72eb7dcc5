namespace PlanDsl.Tests;

/// <summary>A journal whose disk is full from some event on.</summary>
/// <param name="room">How many events there is room for.</param>
internal sealed class FailingJournal(long room) : IPlanJournal
{
    private readonly MemoryJournal _inner = new();

    public async ValueTask<IRunJournal> CreateAsync(string runId, CancellationToken cancellationToken = default) =>
        new Run(await _inner.CreateAsync(runId, cancellationToken).ConfigureAwait(false), room);

    public ValueTask<IRunJournal> ResumeAsync(string runId, CancellationToken cancellationToken = default) => _inner.ResumeAsync(runId, cancellationToken);

    public IAsyncEnumerable<PlanEvent> ReadAsync(string runId, long after = 0, CancellationToken cancellationToken = default) => _inner.ReadAsync(runId, after, cancellationToken);

    public IAsyncEnumerable<RunSummary> RunsAsync(CancellationToken cancellationToken = default) => _inner.RunsAsync(cancellationToken);

    public ValueTask RequestAsync(string runId, RunRequest request, CancellationToken cancellationToken = default) => _inner.RequestAsync(runId, request, cancellationToken);

    public IAsyncEnumerable<PendingRequest> PendingAsync(string runId, CancellationToken cancellationToken = default) => _inner.PendingAsync(runId, cancellationToken);

    public ValueTask DeleteAsync(string runId, CancellationToken cancellationToken = default) => _inner.DeleteAsync(runId, cancellationToken);

    private sealed class Run(IRunJournal inner, long room) : IRunJournal
    {
        public string RunId => inner.RunId;

        public long LastSequence => inner.LastSequence;

        public void Append(PlanEvent happened)
        {
            if (happened.Sequence <= room)
                inner.Append(happened);
        }

        public ValueTask FlushAsync(long sequence) =>
            sequence <= room ? inner.FlushAsync(sequence) : ValueTask.FromException(new JournalException("The disk is full. Make room, and resume the run."));

        public IAsyncEnumerable<RunRequest> RequestsAsync(CancellationToken cancellationToken = default) => inner.RequestsAsync(cancellationToken);

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
