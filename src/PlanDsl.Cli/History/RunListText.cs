namespace PlanDsl.Cli;

/// <summary>Writes what there is to say of runs in a line each, for people.</summary>
internal static class RunListText
{
    /// <summary>What a run is called that has not ended and that nobody executes.</summary>
    public const string Unfinished = "unfinished";

    public static void Write(ToolConsole console, IReadOnlyList<RunSummary> runs)
    {
        var table = new TextTable("RUN", "PLAN", "STATUS", "STARTED", "TOOK", "");
        var now = console.Time.GetUtcNow();
        foreach (var run in runs)
        {
            if (run.Fault is { } fault)
            {
                table.Add(run.RunId, "", StatusOf(run), "", "", fault);
                continue;
            }

            var took = run.EndedAt is { } ended ? RunTimes.Length(run.CreatedAt, ended) : RunTimes.Length(run.CreatedAt, now);
            table.Add(run.RunId, run.PlanId, StatusOf(run), RunTimes.Of(run.CreatedAt, console.Time), run.EndedAt is null && run.Owner is null ? "" : TimeText.Of(took), NoteOf(run));
        }

        table.Write(console.Output);
    }

    /// <summary>How a run stands. One that nobody executes waits for somebody to go on with it.</summary>
    public static string StatusOf(RunSummary run) => run switch
    {
        { Fault: not null } => "unreadable",
        { Status: RunStatus.Running, Owner: null } => Unfinished,
        _ => StatusNames.Of(run.Status),
    };

    private static string NoteOf(RunSummary run) => run switch
    {
        { Owner: { } owner } => owner.ToString(),
        { ParentRun: { } parent } => $"again, from {parent}",
        _ => "",
    };
}
