namespace PlanDsl.Tests;

/// <summary>A journal whose runs somebody else has claimed, so often as they are asked for.</summary>
/// <param name="inner">The journal.</param>
/// <param name="owner">Who has.</param>
/// <param name="times">How often they are refused.</param>
internal sealed class HeldJournal(IPlanJournal inner, RunOwner owner, int times) : IPlanJournal
{
    private int _left = times;

    public ValueTask<IRunJournal> CreateAsync(string runId, CancellationToken cancellationToken = default) => inner.CreateAsync(runId, cancellationToken);

    public ValueTask<IRunJournal> ResumeAsync(string runId, CancellationToken cancellationToken = default) =>
        Interlocked.Decrement(ref _left) >= 0 ? throw new RunClaimedException(runId, "journal", owner) : inner.ResumeAsync(runId, cancellationToken);

    public IAsyncEnumerable<PlanEvent> ReadAsync(string runId, long after = 0, CancellationToken cancellationToken = default) => inner.ReadAsync(runId, after, cancellationToken);

    public IAsyncEnumerable<RunSummary> RunsAsync(CancellationToken cancellationToken = default) => inner.RunsAsync(cancellationToken);

    public ValueTask RequestAsync(string runId, RunRequest request, CancellationToken cancellationToken = default) => inner.RequestAsync(runId, request, cancellationToken);

    public IAsyncEnumerable<PendingRequest> PendingAsync(string runId, CancellationToken cancellationToken = default) => inner.PendingAsync(runId, cancellationToken);

    public ValueTask DeleteAsync(string runId, CancellationToken cancellationToken = default) => inner.DeleteAsync(runId, cancellationToken);
}
