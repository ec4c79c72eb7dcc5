using PlanDsl.Model;

namespace PlanDsl.Cli;

/// <summary>Tells how a run ended, in a few lines: its status, what its steps came to, the chain of steps that took the time, and every
/// error.</summary>
internal static class RunSummary
{
    private const int MostOfPath = 12;

    public static void Write(TextWriter output, RunRecord run)
    {
        foreach (var line in Lines(run))
            output.WriteLine(line);
    }

    /// <summary>The lines.</summary>
    public static IEnumerable<string> Lines(RunRecord run)
    {
        var counts = run.Outcome.Steps.CountBy(static step => step.Status).OrderBy(static count => count.Key)
            .Select(static count => $"{count.Value} {SnakeCase.From(count.Key.ToString())}");
        yield return $"{run.Outcome.PlanId} {SnakeCase.From(run.Outcome.Status.ToString())} in {TimeText.Of(run.Elapsed)}: {string.Join(", ", counts)}";
        if (PathOf(run) is { Count: > 1 } path)
            yield return $"critical path: {string.Join(" → ", path)}";
        foreach (var error in RunErrors.Of(run.Outcome))
            yield return $"error: {(error.StepId is { } step ? $"step '{step}': " : "")}{SnakeCase.From(error.Kind.ToString())}: {error.Message}";
    }

    private static List<string> PathOf(RunRecord run)
    {
        var took = run.Outcome.Steps.ToDictionary(static step => step.Id, static step => step.Duration ?? TimeSpan.Zero, StringComparer.Ordinal);
        var weights = run.Plan.Steps.Select(step => took.TryGetValue(step.Id, out var time) ? Math.Max(0, time.Ticks) : 0).ToArray();
        var path = CriticalPath.Of(PlanGraph.From(run.Plan), weights).Steps.Where(step => weights[step] > 0).ToList();
        var shown = path.Take(MostOfPath).Select(step => $"{run.Plan.Steps[step].Id} ({TimeText.Of(TimeSpan.FromTicks(weights[step]))})").ToList();
        if (path.Count > MostOfPath)
            shown.Add($"{path.Count - MostOfPath} more");
        return shown;
    }
}
