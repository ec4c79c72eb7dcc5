namespace PlanDsl.Cli;

/// <summary>Says how a recorded run stands, for people.</summary>
internal static class RunStatusText
{
    public static void Write(ToolConsole console, RunHistory history)
    {
        foreach (var line in Lines(history, console.Time))
            console.Output.WriteLine(line);
    }

    private static IEnumerable<string> Lines(RunHistory history, TimeProvider clock)
    {
        var run = history.Summary;
        yield return $"run {run.RunId} of plan '{run.PlanId}': {HowItStands(run)}";
        yield return $"started {RunTimes.Of(run.CreatedAt, clock)}{(run.EndedAt is { } ended ? $", ended {RunTimes.Of(ended, clock)} after {TimeText.Of(RunTimes.Length(run.CreatedAt, ended))}" : "")}"
            + (history.Resumes > 0 ? $", gone on with {Counts.Of(history.Resumes, "time")}" : "");
        if (run.ParentRun is { } parent)
            yield return $"does again a part of run {parent}";
        if (history.Origin is { } origin)
            yield return $"plan file {origin.Plan}";
        yield return $"steps: {string.Join(", ", StepCounts.Of(history).Select(some => $"{some.Count} {StepListText.StatusOf(some.Status, run)}"))}";
        foreach (var step in history.Waiting)
        {
            var signal = step.Wait!.Signal!;
            yield return $"step '{step.Path}' has waited for signal '{signal}' since {RunTimes.Of(step.Wait.Time, clock)}"
                + (step.Wait.Deadline is { } deadline ? $", until {RunTimes.Of(deadline, clock)}{(history.HasMissed(step, clock.GetUtcNow()) ? ", which has passed" : " at most")}" : "")
                + (history.IsGiven(step) || history.HasMissed(step, clock.GetUtcNow()) ? "" : $"; give it with {ToolCall.About(history.Place, "signal", run.RunId, signal)}");
        }

        foreach (var request in history.Pending)
        {
            var when = request.AskedAt is { } asked ? $" at {RunTimes.Of(asked, clock)}" : "";
            yield return request.Signal is not { } given ? $"asked to cancel{when}, not yet taken"
                : history.Missed(request) is { } missed ? $"signal '{given}', given{when}, came too late for step '{missed.Path}', and is kept for one that waits for it later"
                : $"signal '{given}', given{when}, waits to be taken";
        }

        foreach (var error in HistoryErrors.Of(history))
            yield return $"error: {(error.StepId is { } step ? $"step '{step}': " : "")}{StatusNames.Of(error.Kind)}: {error.Message}";
        if (run is { Status: RunStatus.Running, Owner: null })
            yield return $"go on with {ToolCall.About(history.Place, "resume", run.RunId)}";
    }

    private static string HowItStands(RunSummary run) => run switch
    {
        { Owner: { } owner, Status: RunStatus.Running } => $"running, in {owner}",
        { Status: RunStatus.Running } => "unfinished, and executed by nobody",
        _ => StatusNames.Of(run.Status),
    };
}
