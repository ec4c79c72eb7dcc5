using System.Globalization;

namespace PlanDsl.Cli;

/// <summary>Lists the steps of a recorded run, for people.</summary>
internal static class StepListText
{
    public static void Write(ToolConsole console, RunHistory history)
    {
        var table = new TextTable("STEP", "STATUS", "ATTEMPTS", "TOOK", "");
        foreach (var step in history.Steps)
            Add(table, step, indent: "", history.Summary, console.Time.GetUtcNow());
        table.Write(console.Output);
    }

    /// <summary>How a step of a run stands. What a process was doing that died is not done by anybody.</summary>
    public static string StatusOf(StepStatus status, RunSummary run) => IsInterrupted(status, run) ? "interrupted" : StatusNames.Of(status);

    private static bool IsInterrupted(StepStatus status, RunSummary run) => status is StepStatus.Running && run is { Status: RunStatus.Running, Owner: null };

    private static void Add(TextTable table, StepHistory step, string indent, RunSummary run, DateTimeOffset now)
    {
        table.Add(
            indent + step.Id,
            StatusOf(step.Status, run),
            step.Attempts.ToString(CultureInfo.InvariantCulture),
            // Nobody knows when that ended.
            IsInterrupted(step.Status, run) || step.ElapsedAt(now) is not { } elapsed ? "" : TimeText.Of(elapsed),
            NoteOf(step));
        foreach (var part in step.PartsNow)
            Add(table, part, indent + "  ", run, now);
    }

    private static string NoteOf(StepHistory step)
    {
        var note = step switch
        {
            { Wait.Signal: { } signal } => $"for signal '{signal}'",
            { Error: { } error } => $"{StatusNames.Of(error.Kind)}: {error.Message}",
            { Cause: { } cause } => StatusNames.Of(cause),
            { IsFallback: true } => "by its fallback",
            _ => "",
        };
        return step.Compensation switch
        {
            CompensationStatus.Succeeded => Joined(note, "undone"),
            CompensationStatus.Failed => Joined(note, "could not be undone"),
            CompensationStatus.Running => Joined(note, "being undone"),
            _ => note,
        };
    }

    private static string Joined(string note, string more) => note.Length == 0 ? more : $"{more}; {note}";
}
