using Spectre.Console;

namespace PlanDsl.Cli.Tests;

/// <summary>What a terminal shows while a run goes on.</summary>
public class RunTableTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Fact]
    public void Steps_show_status_time_attempts_and_what_went_wrong()
    {
        var board = new RunBoard(CheckedFile.Of("grouped.plan.json", SomePlans.Grouped).Model);
        board.Apply(new StepStartedEvent { RunId = "r", Sequence = 1, Time = Start, StepPath = "build", Attempt = 1 });
        board.Apply(new StepRetryEvent { RunId = "r", Sequence = 2, Time = Start.AddSeconds(1), StepPath = "build", Attempt = 1, Delay = TimeSpan.Zero, Error = new(FailureKind.Exception, "no [disk]") });
        board.Apply(new StepStartedEvent { RunId = "r", Sequence = 3, Time = Start.AddSeconds(1), StepPath = "build", Attempt = 2 });
        board.Apply(new StepSucceededEvent { RunId = "r", Sequence = 4, Time = Start.AddSeconds(2), StepPath = "build", Attempt = 2 });
        board.Apply(new StepStartedEvent { RunId = "r", Sequence = 5, Time = Start.AddSeconds(2), StepPath = "tests", Attempt = 1 });
        board.Apply(new StepStartedEvent { RunId = "r", Sequence = 6, Time = Start.AddSeconds(2), StepPath = "tests/fast", Parent = "tests", Attempt = 1 });
        board.Apply(new StepFailedEvent { RunId = "r", Sequence = 7, Time = Start.AddSeconds(2.5), StepPath = "tests/fast", Parent = "tests", Attempt = 1, Error = new(FailureKind.ExitCode, "no [disk]") });

        var shown = Show(board, Start.AddSeconds(5), 20);

        Assert.Contains("Tests <fast & slow>", shown[0], StringComparison.Ordinal);
        Assert.Contains("1/3", shown[0], StringComparison.Ordinal);
        Assert.Matches("✓ build +succeeded +2.0 s +attempt 2", shown[1]);
        Assert.Matches("tests +running +3.0 s", shown[2]);
        Assert.Matches(@"  ✗ fast +failed +500 ms +no \[disk\]", shown[3]);
        Assert.Matches("  · slow +pending", shown[4]);
        Assert.Matches("· publish +pending", shown[5]);
    }

    [Fact]
    public void A_long_plan_is_shown_around_what_runs()
    {
        var board = new RunBoard(CheckedFile.Of("random.plan.json", SomePlans.Random(300, 9)).Model);
        for (var step = 0; step < 200; step++)
            board.Apply(new StepSucceededEvent { RunId = "r", Sequence = step + 1, Time = Start, StepPath = $"step_{step}", Attempt = 1 });

        var shown = Show(board, Start, 12);

        Assert.Equal(14, shown.Count);
        Assert.Contains(shown, static line => line.Contains("step_200 ", StringComparison.Ordinal));
        Assert.Contains("288 more", shown[^1], StringComparison.Ordinal);
    }

    private static List<string> Show(RunBoard board, DateTimeOffset now, int rows)
    {
        var text = new StringWriter();
        var screen = AnsiConsole.Create(new() { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(text) });
        screen.Profile.Width = 160;
        screen.Write(RunTable.Of(board, now, rows));
        return [.. text.ToString().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').Select(static line => line.TrimEnd())];
    }
}
