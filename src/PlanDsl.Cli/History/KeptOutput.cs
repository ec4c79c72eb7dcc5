namespace PlanDsl.Cli;

/// <summary>The output of commands that runs have taken over from others, which are about to be forgotten.</summary>
/// <param name="journal">Where the runs are recorded.</param>
/// <param name="runs">All of them.</param>
internal sealed class KeptOutput(EarlyJournal journal, IReadOnlyList<RunSummary> runs)
{
    private readonly Dictionary<string, RunSummary> _runs = runs.ToDictionary(static run => run.RunId, StringComparer.Ordinal);

    /// <summary>Hands on what those find there that do a part of a run again. They find what is further away through it, and not any more without.</summary>
    /// <param name="run">The run, which is about to be forgotten.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="UsageException">It cannot be written where they look for it.</exception>
    public async Task HandOnAsync(RunSummary run, CancellationToken cancellationToken)
    {
        foreach (var heir in _runs.Values.Where(other => other.ParentRun == run.RunId && other.Fault is null).ToList())
            await HandOnAsync(run, heir, cancellationToken);
    }

    /// <summary>A run is forgotten.</summary>
    public void Forget(RunSummary run) => _runs.Remove(run.RunId);

    private async Task HandOnAsync(RunSummary run, RunSummary heir, CancellationToken cancellationToken)
    {
        var files = journal.Place.Files;
        var takenOver = await TakenOverAsync(heir, cancellationToken);
        var own = files.OutputOf(heir.RunId);
        foreach (var step in takenOver.Where(step => !own.Any(file => file.IsOf(step))))
        {
            var found = LineOf(run).Select(runId => files.OutputOf(runId).Where(file => file.IsOf(step)).ToList()).FirstOrDefault(static some => some.Count > 0);
            foreach (var file in found ?? [])
                Copy(file.Path, files.DirectoryOf(heir.RunId));
        }
    }

    private async Task<List<string>> TakenOverAsync(RunSummary heir, CancellationToken cancellationToken)
    {
        try
        {
            var history = await RunHistory.ReadAsync(journal, heir, cancellationToken);
            return [.. history.All.Where(step => step.StartedAt < history.Created?.Time).Select(static step => step.Path)];
        }
        catch (JournalCorruptException)
        {
            // Nobody asks what its steps have written: that they are its steps cannot be read.
            return [];
        }
    }

    // The run, that of which it did a part again, and so on.
    private List<string> LineOf(RunSummary run)
    {
        var line = new List<string>();
        for (var next = run; next is not null && !line.Contains(next.RunId, StringComparer.Ordinal); next = next.ParentRun is { } parent ? _runs.GetValueOrDefault(parent) : null)
            line.Add(next.RunId);
        return line;
    }

    private static void Copy(string file, string directory)
    {
        try
        {
            PrivateDirectory.Create(directory);
            File.Copy(file, Path.Combine(directory, Path.GetFileName(file)), overwrite: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"'{file}' is output that another run has taken over, and cannot be copied to '{directory}': {fault.Message} Nothing was forgotten of its run.");
        }
    }
}
