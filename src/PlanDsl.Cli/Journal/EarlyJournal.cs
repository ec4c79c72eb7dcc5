using System.Runtime.CompilerServices;

namespace PlanDsl.Cli;

/// <summary>A journal that is opened while something else is done: what it is made of takes as long to load as a small plan to run.</summary>
/// <param name="place">Where it is.</param>
/// <param name="time">Where its time comes from.</param>
internal sealed class EarlyJournal(JournalPlace place, TimeProvider time) : IPlanJournal, IAsyncDisposable
{
    private readonly Task<IPlanJournal> _opening = Task.Run(() => Open(place, time));
    private readonly TaskCompletionSource _claimed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Where it is.</summary>
    public JournalPlace Place => place;

    /// <summary>Whether it has a run of this process: nothing runs before.</summary>
    public bool HasRun => Claimed.IsCompletedSuccessfully;

    /// <summary>Ends when it has one; never, where that fails.</summary>
    public Task Claimed => _claimed.Task;

    public async ValueTask<IRunJournal> CreateAsync(string runId, CancellationToken cancellationToken = default)
    {
        // Files are made before there is anything to wait for.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        var isMade = place.Prepare();
        try
        {
            var run = await (await _opening).CreateAsync(runId, cancellationToken);
            _claimed.TrySetResult();
            return run;
        }
        catch when (isMade)
        {
            place.Unmake();
            throw;
        }
    }

    public async ValueTask<IRunJournal> ResumeAsync(string runId, CancellationToken cancellationToken = default)
    {
        var run = await (await _opening).ResumeAsync(runId, cancellationToken);
        _claimed.TrySetResult();
        return run;
    }

    public async IAsyncEnumerable<PlanEvent> ReadAsync(string runId, long after = 0, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var happened in (await _opening).ReadAsync(runId, after, cancellationToken))
            yield return happened;
    }

    public async IAsyncEnumerable<RunSummary> RunsAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var run in (await _opening).RunsAsync(cancellationToken))
            yield return run;
    }

    public async ValueTask RequestAsync(string runId, RunRequest request, CancellationToken cancellationToken = default) =>
        await (await _opening).RequestAsync(runId, request, cancellationToken);

    public async IAsyncEnumerable<PendingRequest> PendingAsync(string runId, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var request in (await _opening).PendingAsync(runId, cancellationToken))
            yield return request;
    }

    public async ValueTask DeleteAsync(string runId, CancellationToken cancellationToken = default) =>
        await (await _opening).DeleteAsync(runId, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await ((Task)_opening).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (_opening is { IsCompletedSuccessfully: true, Result: IDisposable opened })
            opened.Dispose();
    }

    private static IPlanJournal Open(JournalPlace place, TimeProvider time)
    {
        try
        {
            return place.Open(time);
        }
        catch (Exception fault) when (fault is DllNotFoundException or BadImageFormatException or EntryPointNotFoundException or TypeInitializationException)
        {
            throw new JournalException($"Journal {place.Path} needs SQLite, which cannot be loaded here: {fault.GetBaseException().Message.ReplaceLineEndings(" ")} Install it (libsqlite3), or record runs in a directory: --journal runs/.", fault);
        }
    }
}
