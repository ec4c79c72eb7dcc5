using System.Globalization;
using PlanDsl.Model;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace PlanDsl.Cli;

/// <summary>Draws how a run stands on a terminal.</summary>
internal static class RunTable
{
    private const int BarWidth = 30;

    private static readonly string[] Frames = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];

    /// <summary>The run at a moment.</summary>
    /// <param name="board">How it stands.</param>
    /// <param name="now">The moment.</param>
    /// <param name="rows">How many steps there is room for; of more, those around the first that has not ended are shown.</param>
    public static IRenderable Of(RunBoard board, DateTimeOffset now, int rows)
    {
        var table = new Table().NoBorder().HideHeaders().AddColumn("").AddColumn("").AddColumn(new TableColumn("").RightAligned()).AddColumn("");
        var (first, count) = WindowOf(board, rows);
        for (var i = first; i < first + count; i++)
            Add(table, board.Rows[i], now);
        var elements = new List<IRenderable> { new Markup(HeadingOf(board, now)), table };
        if (count < board.Rows.Count)
            elements.Add(new Markup($"[grey]  … {board.Rows.Count - count} more[/]"));
        return new Rows(elements);
    }

    private static string HeadingOf(RunBoard board, DateTimeOffset now)
    {
        var done = board.Total == 0 ? 0 : board.Ended * BarWidth / board.Total;
        var elapsed = board.StartedAt is { } start ? TimeText.Of(now - start) : "";
        var state = board.IsCancelling ? "  [yellow]cancelling, once more ends it at once[/]" : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"[bold]{Markup.Escape(ControlCharacters.Spelled(board.Title))}[/]  [green]{new string('━', done)}[/][grey]{new string('━', BarWidth - done)}[/]  {board.Ended}/{board.Total}  [grey]{elapsed}[/]{state}");
    }

    private static (int First, int Count) WindowOf(RunBoard board, int rows)
    {
        var count = Math.Min(Math.Max(rows, 1), board.Rows.Count);
        var first = 0;
        while (first < board.Rows.Count && board.Rows[first].HasEnded)
            first++;
        return (Math.Clamp(first - (count / 3), 0, board.Rows.Count - count), count);
    }

    private static void Add(Table table, BoardRow row, DateTimeOffset now)
    {
        var (mark, colour) = row.Status switch
        {
            StepStatus.Running => (Frames[(int)(now.ToUnixTimeMilliseconds() / 100 % Frames.Length)], "blue"),
            StepStatus.Waiting => ("◷", "yellow"),
            StepStatus.Succeeded => ("✓", "green"),
            StepStatus.Failed => ("✗", "red"),
            StepStatus.Partial => ("◐", "yellow"),
            StepStatus.Skipped => ("–", "grey"),
            StepStatus.Cancelled => ("■", "grey"),
            _ => ("·", "grey"),
        };
        var note = row.Attempt > 1 ? string.Create(CultureInfo.InvariantCulture, $"attempt {row.Attempt}  {row.Note}") : row.Note;
        table.AddRow(
            $"{(row.IsMember ? "  " : "")}[{colour}]{mark}[/] {Markup.Escape(row.Id)}",
            $"[{colour}]{SnakeCase.From(row.Status.ToString())}[/]",
            row.ElapsedAt(now) is { } elapsed ? $"[grey]{TimeText.Of(elapsed)}[/]" : "",
            $"[grey]{Markup.Escape(OneLine(note))}[/]");
    }

    private static string OneLine(string text)
    {
        var line = ControlCharacters.Spelled(text.ReplaceLineEndings(" "));
        return line.Length > 70 ? $"{line.AsSpan(0, 69)}…" : line;
    }
}
