namespace PlanDsl.Cli;

/// <summary>Finds the run that somebody means.</summary>
internal static class RunLookup
{
    /// <summary>What stands for the run that was created last.</summary>
    public const string Latest = "latest";

    private const int MostNamed = 5;

    /// <summary>The run with an id, or the only one whose id begins so.</summary>
    /// <param name="journal">Where it is recorded.</param>
    /// <param name="asked">The id, its beginning, or <see cref="Latest"/>.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <exception cref="UsageException">There is none, or more than one.</exception>
    public static async Task<RunSummary> FindAsync(EarlyJournal journal, string asked, CancellationToken cancellationToken)
    {
        var found = new List<RunSummary>();
        await foreach (var run in journal.RunsAsync(cancellationToken))
        {
            if (run.RunId == asked || asked is Latest)
                return run;
            if (asked.Length > 0 && run.RunId.StartsWith(asked, StringComparison.Ordinal))
                found.Add(run);
        }

        return found switch
        {
            [var run] => run,
            [] => throw new UsageException($"There is no run '{asked}' in journal {journal.Place.Path}; {ToolCall.About(journal.Place, "runs")} lists those that there are, and --journal PATH names another journal."),
            _ => throw new UsageException($"'{asked}' is the beginning of {found.Count} runs ({NamesOf(found)}); write more of the id."),
        };
    }

    /// <summary>Sees that a run has not ended.</summary>
    /// <exception cref="UsageException">It has.</exception>
    public static void RequireUnfinished(RunSummary run, JournalPlace place)
    {
        if (run.Status is not RunStatus.Running)
            throw new UsageException($"Run '{run.RunId}' has ended: {StatusNames.Of(run.Status)}. {ToolCall.About(place, "status", run.RunId)} says how, and {ToolCall.About(place, "rerun", run.RunId, "--from", "STEP")} does it again from a step on.");
    }

    /// <summary>The run of which one does a part again, that of which this did one, and so on.</summary>
    public static async Task<IReadOnlyList<string>> ParentsOfAsync(EarlyJournal journal, RunSummary run, CancellationToken cancellationToken)
    {
        var parents = new List<string>();
        if (run.ParentRun is null)
            return parents;
        var known = new Dictionary<string, RunSummary>(StringComparer.Ordinal);
        await foreach (var other in journal.RunsAsync(cancellationToken))
            known[other.RunId] = other;
        for (var parent = run.ParentRun; parent is not null && !parents.Contains(parent, StringComparer.Ordinal); parent = known.GetValueOrDefault(parent)?.ParentRun)
            parents.Add(parent);
        return parents;
    }

    private static string NamesOf(List<RunSummary> runs) =>
        string.Join(", ", runs.Take(MostNamed).Select(static run => run.RunId)) + (runs.Count > MostNamed ? ", …" : "");
}
