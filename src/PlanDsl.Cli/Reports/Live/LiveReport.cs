using System.Threading.Channels;
using PlanDsl.Model;
using Spectre.Console;

namespace PlanDsl.Cli;

/// <summary>Shows a run on a terminal while it goes on: a table that is drawn anew as time passes, and at the end what has come of it.</summary>
internal sealed class LiveReport : IRunReport
{
    private static readonly TimeSpan Frame = TimeSpan.FromMilliseconds(100);

    private readonly ToolConsole _console;
    private readonly RunBoard _board;
    private readonly IAnsiConsole _screen;

    public LiveReport(ToolConsole console, PlanModel plan)
    {
        _console = console;
        _board = new(plan);
        _screen = AnsiConsole.Create(new()
        {
            Ansi = AnsiSupport.Yes,
            Interactive = InteractionSupport.Yes,
            Out = new AnsiConsoleOutput(console.Output),
        });
    }

    // The heading, what is left out, and the line of the cursor.
    private int Room => Math.Max(_screen.Profile.Height - 4, 3);

    public void Recall(IReadOnlyList<PlanEvent> before)
    {
        foreach (var happened in before)
            _board.Apply(happened);
    }

    public async Task FollowAsync(ChannelReader<PlanEvent> events)
    {
        _console.HidesCursor = true;
        try
        {
            await _screen.Live(Draw()).AutoClear(true).StartAsync(live => DrawAsync(live, events));
        }
        finally
        {
            _console.HidesCursor = false;
        }
    }

    public void End(EndedRun run)
    {
        _screen.Write(RunTable.Of(_board, _console.Time.GetUtcNow(), int.MaxValue));
        foreach (var line in RunEndText.Lines(run))
        {
            var colour = line.StartsWith("error: ", StringComparison.Ordinal) ? "red" : "default";
            _screen.MarkupLine($"[{colour}]{Markup.Escape(line)}[/]");
        }
    }

    private async Task DrawAsync(LiveDisplayContext live, ChannelReader<PlanEvent> events)
    {
        using var frames = new PeriodicTimer(Frame, _console.Time);
        while (true)
        {
            while (events.TryRead(out var happened))
                _board.Apply(happened);
            live.UpdateTarget(Draw());
            if (events.Completion.IsCompleted)
                return;
            await Task.WhenAny(frames.WaitForNextTickAsync().AsTask(), events.Completion);
        }
    }

    private Spectre.Console.Rendering.IRenderable Draw() => RunTable.Of(_board, _console.Time.GetUtcNow(), Room);
}
