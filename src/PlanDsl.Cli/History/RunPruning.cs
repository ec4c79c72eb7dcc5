namespace PlanDsl.Cli;

/// <summary>Forgets runs.</summary>
/// <param name="journal">Where they are recorded.</param>
/// <param name="before">Before when they have ended.</param>
internal sealed class RunPruning(EarlyJournal journal, DateTimeOffset before)
{
    /// <summary>Whether runs are forgotten, too, that have not ended and that nobody executes.</summary>
    public bool TakesUnfinished { get; init; }

    /// <summary>Whether runs are forgotten, too, whose record is damaged.</summary>
    public bool TakesUnreadable { get; init; }

    /// <summary>Whether they are only looked for.</summary>
    public bool IsDryRun { get; init; }

    /// <summary>Forgets them.</summary>
    /// <returns>The runs that are forgotten.</returns>
    public async Task<IReadOnlyList<RunSummary>> RunAsync(CancellationToken cancellationToken)
    {
        var (old, kept) = (new List<RunSummary>(), new List<RunSummary>());
        await foreach (var run in journal.RunsAsync(cancellationToken))
            (await IsToBeForgottenAsync(run, cancellationToken) ? old : kept).Add(run);
        if (IsDryRun)
            return old;

        // The oldest first: what one has taken over from another goes to it before it goes on from there.
        var (forgotten, output) = (new List<RunSummary>(), new KeptOutput(journal, [.. old, .. kept]));
        foreach (var run in Enumerable.Reverse(old))
        {
            if (await TryForgetAsync(run, output, cancellationToken))
                forgotten.Insert(0, run);
        }

        return forgotten;
    }

    private async Task<bool> IsToBeForgottenAsync(RunSummary run, CancellationToken cancellationToken) => run switch
    {
        { Fault: not null } => TakesUnreadable && run.CreatedAt < before,
        { EndedAt: { } ended } => ended < before,
        { Owner: not null } => false,
        _ => (TakesUnfinished || TakesUnreadable) && await LastOfAsync(run, cancellationToken) is var (last, isReadable) && last < before && (isReadable ? TakesUnfinished : TakesUnreadable),
    };

    // Of one that is damaged somewhere the beginning is known.
    private async Task<(DateTimeOffset Last, bool IsReadable)> LastOfAsync(RunSummary run, CancellationToken cancellationToken)
    {
        var last = run.CreatedAt;
        try
        {
            await foreach (var happened in journal.ReadAsync(run.RunId, 0, cancellationToken))
                last = happened.Time;
            return (last, true);
        }
        catch (JournalCorruptException)
        {
            return (last, false);
        }
    }

    // Nobody goes on with it while it is looked at again, and what is left of its processes would be known to nobody afterwards. With one that is
    // damaged nobody goes on at all.
    private async Task<bool> TryEndAsync(RunSummary run, CancellationToken cancellationToken)
    {
        if (run.Fault is not null || !(await LastOfAsync(run, cancellationToken)).IsReadable)
            return true;
        await using var claimed = await journal.ResumeAsync(run.RunId, cancellationToken);
        if (claimed.LastSequence != run.LastSequence)
            return false;
        await journal.Place.Files.EndSurvivorsAsync(run.RunId, TimeProvider.System);
        return true;
    }

    // What is recorded goes first: a run that is listed has its output.
    private async Task<bool> TryForgetAsync(RunSummary run, KeptOutput output, CancellationToken cancellationToken)
    {
        var runId = run.RunId;
        try
        {
            if (run.EndedAt is null && !await TryEndAsync(run, cancellationToken))
                return false;
            await output.HandOnAsync(run, cancellationToken);
            await journal.DeleteAsync(runId, cancellationToken);
            output.Forget(run);
        }
        catch (Exception fault) when (fault is RunClaimedException or RunNotFoundException or RunCompletedException)
        {
            // Somebody goes on with it by now, or has forgotten it as well.
            return false;
        }

        try
        {
            if (run.EndedAt is null)
                await journal.Place.Files.EndSurvivorsAsync(runId, TimeProvider.System);
            journal.Place.Files.Delete(runId);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"Run '{runId}' is forgotten, but the output of its commands in '{journal.Place.Files.DirectoryOf(runId)}' cannot be deleted: {fault.Message}");
        }

        return true;
    }
}
