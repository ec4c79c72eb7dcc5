using System.Globalization;

namespace PlanDsl.Cli;

/// <summary>Lists the steps of a recorded run, for people.</summary>
internal static class StepListText
{
    public static void Write(ToolConsole console, RunHistory history)
    {
        var table = new TextTable("STEP", "STATUS", "ATTEMPTS", "TOOK", "");
        var isLeft = history.Summary is { Status: RunStatus.Running, Owner: null };
        foreach (var step in history.Steps)
            Add(table, step, indent: "", isLeft, console.Time.GetUtcNow());
        table.Write(console.Output);
    }

    private static void Add(TextTable table, StepHistory step, string indent, bool isLeft, DateTimeOffset now)
    {
        // Nobody knows when it ended that a process was doing which died.
        var isInterrupted = isLeft && step.Status is StepStatus.Running;
        table.Add(
            indent + step.Id,
            isInterrupted ? "interrupted" : StatusNames.Of(step.Status),
            step.Attempts.ToString(CultureInfo.InvariantCulture),
            isInterrupted || step.ElapsedAt(now) is not { } elapsed ? "" : TimeText.Of(elapsed),
            NoteOf(step));
        foreach (var part in step.Parts)
            Add(table, part, indent + "  ", isLeft, now);
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
