using System.Runtime.CompilerServices;

namespace PlanDsl;

/// <summary>A journal that lives as long as the object: for tests, and for runs that are to be let go of and resumed within one process.</summary>
/// <remarks>Thread-safe. What it gives back is what a journal on a disk would: an error has no <see cref="StepError.Exception"/>.</remarks>
/// <param name="timeProvider">Where the times of requests come from; <see langword="null"/> for <see cref="TimeProvider.System"/>.</param>
public sealed class MemoryJournal(TimeProvider? timeProvider = null) : IPlanJournal
{
    private const string Name = "the journal in memory";

    private readonly TimeProvider _time = timeProvider ?? TimeProvider.System;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, MemoryRun> _runs = new(StringComparer.Ordinal);
    private long _created;

    /// <inheritdoc/>
    public ValueTask<IRunJournal> CreateAsync(string runId, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ArgumentException.ThrowIfNullOrEmpty(runId);
        lock (_gate)
        {
            if (_runs.TryGetValue(runId, out var known))
                throw known.IsClaimed ? new RunClaimedException(runId, Name, RunOwner.Current) : JournalFaults.RunExists(runId, Name);
            var run = new MemoryRun(runId, ++_created);
            _runs.Add(runId, run);
            return new(Claim(run));
        }
    }

    /// <inheritdoc/>
    public ValueTask<IRunJournal> ResumeAsync(string runId, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            var run = Unclaimed(runId);
            return run.IsCompleted ? throw new RunCompletedException(runId, Name) : new(Claim(run));
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<PlanEvent> ReadAsync(string runId, long after = 0, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var happened in Find(runId).Events(after))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return happened;
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<RunSummary> RunsAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        MemoryRun[] runs;
        lock (_gate)
            runs = [.. _runs.Values.Where(static run => run.HasBegun).OrderByDescending(static run => run.Number)];
        foreach (var run in runs)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return run.Summary();
        }
    }

    /// <inheritdoc/>
    public ValueTask RequestAsync(string runId, RunRequest request, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ArgumentNullException.ThrowIfNull(request);
        if (!Find(runId).TryAsk(request, _time.GetUtcNow()))
            throw new RunCompletedException(runId, Name);
        return default;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<PendingRequest> PendingAsync(string runId, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var request in Find(runId).Pending())
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return request;
        }
    }

    /// <inheritdoc/>
    public ValueTask DeleteAsync(string runId, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            _ = Unclaimed(runId);
            _runs.Remove(runId);
        }

        return default;
    }

    private MemoryRunJournal Claim(MemoryRun run) => new(run, run.Claim(), Release);

    private void Release(MemoryRun run)
    {
        lock (_gate)
        {
            run.Release();
            if (!run.HasBegun)
                _runs.Remove(run.RunId);
        }
    }

    private MemoryRun Find(string runId)
    {
        ArgumentNullException.ThrowIfNull(runId);
        lock (_gate)
            return _runs.TryGetValue(runId, out var run) && run.HasBegun ? run : throw new RunNotFoundException(runId, Name);
    }

    private MemoryRun Unclaimed(string runId)
    {
        ArgumentNullException.ThrowIfNull(runId);
        if (_runs.TryGetValue(runId, out var run) && run.IsClaimed)
            throw new RunClaimedException(runId, Name, RunOwner.Current);
        return Find(runId);
    }
}
