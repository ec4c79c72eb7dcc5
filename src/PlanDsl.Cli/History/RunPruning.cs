namespace PlanDsl.Cli;

/// <summary>Forgets runs.</summary>
/// <param name="journal">Where they are recorded.</param>
/// <param name="before">Before when they have ended.</param>
internal sealed class RunPruning(EarlyJournal journal, DateTimeOffset before)
{
    /// <summary>Whether runs are forgotten, too, that have not ended and that nobody executes.</summary>
    public bool TakesUnfinished { get; init; }

    /// <summary>Whether they are only looked for.</summary>
    public bool IsDryRun { get; init; }

    /// <summary>Forgets them.</summary>
    /// <returns>The runs that are forgotten.</returns>
    public async Task<IReadOnlyList<RunSummary>> RunAsync(CancellationToken cancellationToken)
    {
        var old = new List<RunSummary>();
        await foreach (var run in journal.RunsAsync(cancellationToken))
        {
            if (run.Fault is null && (run.EndedAt is { } ended ? ended < before : TakesUnfinished && run.Owner is null && await IsOldAsync(run, cancellationToken)))
                old.Add(run);
        }

        if (IsDryRun)
            return old;
        var forgotten = new List<RunSummary>();
        foreach (var run in old)
        {
            if (await TryForgetAsync(run, cancellationToken))
                forgotten.Add(run);
        }

        return forgotten;
    }

    private async Task<bool> IsOldAsync(RunSummary run, CancellationToken cancellationToken)
    {
        var last = run.CreatedAt;
        await foreach (var happened in journal.ReadAsync(run.RunId, run.LastSequence - 1, cancellationToken))
            last = happened.Time;
        return last < before;
    }

    // Nobody goes on with it while it is looked at again, and what is left of its processes would be known to nobody afterwards.
    private async Task<bool> TryEndAsync(RunSummary run, CancellationToken cancellationToken)
    {
        await using var claimed = await journal.ResumeAsync(run.RunId, cancellationToken);
        if (claimed.LastSequence != run.LastSequence)
            return false;
        await journal.Place.Files.EndSurvivorsAsync(run.RunId, TimeProvider.System);
        return true;
    }

    // What is recorded goes first: a run that is listed has its output.
    private async Task<bool> TryForgetAsync(RunSummary run, CancellationToken cancellationToken)
    {
        var runId = run.RunId;
        try
        {
            if (run.EndedAt is null && !await TryEndAsync(run, cancellationToken))
                return false;
            await journal.DeleteAsync(runId, cancellationToken);
        }
        catch (Exception fault) when (fault is RunClaimedException or RunNotFoundException or RunCompletedException)
        {
            // Somebody goes on with it by now, or has forgotten it as well.
            return false;
        }

        try
        {
            journal.Place.Files.Delete(runId);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"Run '{runId}' is forgotten, but the output of its commands in '{journal.Place.Files.DirectoryOf(runId)}' cannot be deleted: {fault.Message}");
        }

        return true;
    }
}
