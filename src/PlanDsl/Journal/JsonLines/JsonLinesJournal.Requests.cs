using System.Runtime.CompilerServices;

namespace PlanDsl;

/// <content>What runs are asked for while they go on.</content>
public sealed partial class JsonLinesJournal
{
    /// <inheritdoc/>
    public async ValueTask RequestAsync(string runId, RunRequest request, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ArgumentException.ThrowIfNullOrEmpty(runId);
        ArgumentNullException.ThrowIfNull(request);

        // To the process that executes a run it is there once it has told of it, and what it has told may be on its way to the file.
        if (_claimed.Find(runId) is { } executed)
            await executed.WrittenAsync().ConfigureAwait(false);
        if (await EndsAsync(runId, cancellationToken).ConfigureAwait(false) is RunCompletedEvent)
            throw new RunCompletedException(runId, _files.Journal);
        Do($"Run '{runId}' cannot be asked for anything in {_files.Journal}", () => RequestFile.Put(_files, runId, request, _time.GetUtcNow()));
        await SeeToAsync(runId, request.Id, cancellationToken).ConfigureAwait(false);

        // Whoever claims the run says so before it looks for requests, and so is either found here or finds this one.
        if (ClaimOwner.Read(_files, runId) is { } owner)
            _claimed.Tell(owner.Presence);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<PendingRequest> PendingAsync(string runId, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(runId);
        if (await EndsAsync(runId, cancellationToken).ConfigureAwait(false) is RunCompletedEvent)
            yield break;
        var asked = await Reading($"What is asked of run '{runId}' cannot be read from {_files.Requests}", () => new ValueTask<List<PendingRequest>>(RequestFile.ReadAll(_files, runId))).ConfigureAwait(false);

        // The file of one that is done goes after the event that says so, or stays.
        var done = asked.Count == 0 ? [] : await DoneAsync(runId, cancellationToken).ConfigureAwait(false);
        foreach (var request in asked.Where(request => !done.Contains(request.RequestId)))
            yield return request;
    }

    /// <summary>Sees to a request that was put while its run ended, or was deleted: either the run has had it, or nobody will.</summary>
    private async ValueTask SeeToAsync(string runId, string requestId, CancellationToken cancellationToken)
    {
        var wasHad = false;
        try
        {
            if (await EndsAsync(runId, cancellationToken).ConfigureAwait(false) is not RunCompletedEvent)
                return;
            wasHad = (await DoneAsync(runId, cancellationToken).ConfigureAwait(false)).Contains(requestId);
        }
        catch (RunNotFoundException)
        {
            TakeBack();
            throw;
        }

        TakeBack();
        if (!wasHad)
            throw new RunCompletedException(runId, _files.Journal);

        void TakeBack() => Do($"Run '{runId}' cannot be asked for anything in {_files.Journal}", () => RequestFile.Remove(_files, runId, requestId));
    }

    /// <summary>The requests that a run has had.</summary>
    private async ValueTask<HashSet<string>> DoneAsync(string runId, CancellationToken cancellationToken)
    {
        var done = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var happened in ReadAsync(runId, after: 0, cancellationToken).ConfigureAwait(false))
        {
            if (JournalRecord.RequestIdOf(happened) is { } request)
                done.Add(request);
        }

        return done;
    }

    private void Look()
    {
        foreach (var run in _claimed.Runs)
            Look(run);
    }

    private void Look(JsonLinesRun run)
    {
        try
        {
            // A directory is not read at one moment: of two requests that come meanwhile it may show the second alone. So what it shows is taken
            // up to the last that it has shown the time before, when all that were made before that one were there.
            for (long taken = 0, shown = LastRequestOf(run.RunId); shown > taken; shown = LastRequestOf(run.RunId))
            {
                // From the first on, since one may have come that has the number of another.
                foreach (var (_, path) in _files.RequestsOf(run.RunId).TakeWhile(request => request.Number <= shown))
                {
                    if (RequestFile.TryRead(path) is { } request)
                        run.Requests.Add(request);
                }

                taken = shown;
            }
        }
        catch (Exception fault) when (FileFaults.IsOne(fault))
        {
            // The next look will find them.
        }
    }

    private long LastRequestOf(string runId) => _files.RequestsOf(runId).LastOrDefault().Number;
}
