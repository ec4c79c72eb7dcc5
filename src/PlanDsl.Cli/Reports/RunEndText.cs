using PlanDsl.Model;

namespace PlanDsl.Cli;

/// <summary>Tells how a run ended, in a few lines: its status, what its steps came to, the chain of steps that took the time, and every
/// error.</summary>
internal static class RunEndText
{
    private const int MostOfPath = 12;

    public static void Write(TextWriter output, EndedRun run)
    {
        foreach (var line in Lines(run))
            output.WriteLine(line);
    }

    /// <summary>The lines.</summary>
    public static IEnumerable<string> Lines(EndedRun run)
    {
        yield return $"{run.Outcome.PlanId} {StatusOf(run)} in {TimeText.Of(run.Elapsed)}: {string.Join(", ", CountsOf(run.Outcome))}";
        if (run.Journal is not null)
            yield return $"recorded as run {run.Outcome.RunId}";
        foreach (var (step, signal) in run.Waits)
            yield return $"step '{step}' waits for signal '{signal}': give it with {ToolCall.About(run.Journal!, "signal", run.Outcome.RunId, signal)}, then go on with {ToolCall.About(run.Journal!, "resume", run.Outcome.RunId)}";
        if (PathOf(run) is { Count: > 0 } path)
            yield return $"critical path: {string.Join(" → ", path)}";
        foreach (var error in RunErrors.Of(run.Outcome))
            yield return $"error: {(error.StepId is { } failed ? $"step '{failed}': " : "")}{SnakeCase.From(error.Kind.ToString())}: {ControlCharacters.Spelled(error.Message, keepsLines: true)}";
    }

    /// <summary>How a run stands that is not executed here any more: it has ended, or was let go of.</summary>
    public static string StatusOf(EndedRun run) => run.IsLeft || run.Outcome.Status is RunStatus.Running ? RunListText.Unfinished : SnakeCase.From(run.Outcome.Status.ToString());

    // Here and below without queries over structures: what they are made of is compiled when the tool runs, and takes longer than the plan.
    private static List<string> CountsOf(PlanOutcome outcome)
    {
        var counts = new int[(int)StepStatus.Cancelled + 1];
        foreach (var step in outcome.Steps)
            counts[(int)step.Status]++;
        var texts = new List<string>();
        for (var status = 0; status < counts.Length; status++)
        {
            if (counts[status] > 0)
                texts.Add($"{counts[status]} {SnakeCase.From(((StepStatus)status).ToString())}");
        }

        return texts;
    }

    private static List<string> PathOf(EndedRun run)
    {
        var outcomes = run.Outcome.Steps.ToDictionary(static step => step.Id, StringComparer.Ordinal);
        var weights = new long[run.Plan.Steps.Count];
        for (var step = 0; step < weights.Length; step++)
            weights[step] = outcomes.TryGetValue(run.Plan.Steps[step].Id, out var outcome) && outcome.Duration is { } took ? Math.Max(0, took.Ticks) : 0;

        var shown = new List<string>();
        var count = 0;
        foreach (var step in CriticalPath.Of(PlanGraph.From(run.Plan), weights).Steps.AsSpan())
        {
            if (weights[step] > 0 && ++count <= MostOfPath)
                shown.Add($"{run.Plan.Steps[step].Id} ({TimeText.Of(TimeSpan.FromTicks(weights[step]))})");
        }

        if (count > MostOfPath)
            shown.Add($"{count - MostOfPath} more");
        return shown;
    }
}
