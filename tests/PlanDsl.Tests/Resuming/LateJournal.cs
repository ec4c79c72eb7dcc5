namespace PlanDsl.Tests;

/// <summary>A journal that takes its time to be opened.</summary>
internal sealed class LateJournal : IPlanJournal
{
    private readonly MemoryJournal _inner = new();
    private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Open() => _opened.SetResult();

    public async ValueTask<IRunJournal> CreateAsync(string runId, CancellationToken cancellationToken = default)
    {
        await _opened.Task.ConfigureAwait(false);
        return await _inner.CreateAsync(runId, cancellationToken).ConfigureAwait(false);
    }

    public ValueTask<IRunJournal> ResumeAsync(string runId, CancellationToken cancellationToken = default) => _inner.ResumeAsync(runId, cancellationToken);

    public IAsyncEnumerable<PlanEvent> ReadAsync(string runId, long after = 0, CancellationToken cancellationToken = default) => _inner.ReadAsync(runId, after, cancellationToken);

    public IAsyncEnumerable<RunSummary> RunsAsync(CancellationToken cancellationToken = default) => _inner.RunsAsync(cancellationToken);

    public ValueTask RequestAsync(string runId, RunRequest request, CancellationToken cancellationToken = default) => _inner.RequestAsync(runId, request, cancellationToken);

    public IAsyncEnumerable<PendingRequest> PendingAsync(string runId, CancellationToken cancellationToken = default) => _inner.PendingAsync(runId, cancellationToken);

    public ValueTask DeleteAsync(string runId, CancellationToken cancellationToken = default) => _inner.DeleteAsync(runId, cancellationToken);
}
