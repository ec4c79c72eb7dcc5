using PlanDsl.Model;

namespace PlanDsl.Cli;

/// <summary>Finds the files with what the command of a step has written.</summary>
/// <param name="history">The run.</param>
/// <param name="earlier">The run of which it does a part again, and that of which this did one, and so on: what was taken over has written there.</param>
/// <param name="files">Where their files are.</param>
/// <param name="step">The step, as it was named.</param>
internal sealed class StepLogs(RunHistory history, IReadOnlyList<string> earlier, RunFiles files, string step)
{
    private const int MostNamed = 5;

    /// <summary>The attempt; <see langword="null"/> for the last that has written something.</summary>
    public int? Attempt { get; init; }

    /// <summary>Whether all attempts are asked for.</summary>
    public bool AreAllWanted { get; init; }

    /// <summary>Whether the standard output is asked for.</summary>
    public bool IsOutputWanted { get; init; }

    /// <summary>Whether the standard error is asked for.</summary>
    public bool IsErrorWanted { get; init; }

    /// <summary>The files, in the order of attempts; none where the command has written nothing.</summary>
    /// <exception cref="UsageException">There is no such step, no such attempt, or it consists of others.</exception>
    public IReadOnlyList<OutputFile> Find()
    {
        var known = history.Find(step) ?? throw Unknown();
        var own = OutputOf(history.Summary.RunId);
        for (var i = 0; own.Count == 0 && IsTakenOver(known) && i < earlier.Count; i++)
            own = OutputOf(earlier[i]);
        if (own.Count == 0 && known.Parts.Count > 0)
            throw new UsageException($"Step '{step}' consists of others, which write each by itself; name one, such as {NamesOf(known.Parts)}.");
        if (Attempt is { } attempt && attempt > known.Attempts)
            throw new UsageException($"Step '{step}' of run '{history.Summary.RunId}' has been attempted {Counts.Of(known.Attempts, "time")}; name one of these attempts, or leave --attempt out.");
        var wanted = Attempt ?? own.Select(static file => file.Attempt).DefaultIfEmpty().Max();
        return [.. own.Where(file => (AreAllWanted || file.Attempt == wanted) && (file.IsError ? IsErrorWanted : IsOutputWanted))];
    }

    private List<OutputFile> OutputOf(string runId)
    {
        try
        {
            return [.. files.OutputOf(runId).Where(file => file.IsOf(step)).Select(file => file with { StepPath = step })];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"'{files.DirectoryOf(runId)}' may not be looked at by this user; have its owner grant the right to read it.");
        }
    }

    private bool IsTakenOver(StepHistory known) => known.StartedAt < history.Created?.Time;

    private UsageException Unknown()
    {
        var nearest = new Nearest(history.All.Select(static known => known.Path)).To(step);
        return new($"Run '{history.Summary.RunId}' has no step '{step}'; {(nearest is null ? $"{ToolCall.About(history.Place, "steps", history.Summary.RunId)} lists those that it has." : $"did you mean '{nearest}'?")}");
    }

    private static string NamesOf(List<StepHistory> parts) => string.Join(", ", parts.Take(MostNamed).Select(static part => $"'{part.Path}'"));
}
