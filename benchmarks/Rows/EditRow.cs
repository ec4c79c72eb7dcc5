using System.Globalization;
using Microsoft.CodeAnalysis;

namespace PlanDsl.Benchmarks;

/// <summary>A keystroke in a file that no plan uses, in a project of many plans: our generators, one that only looks, and one that reads all that
/// generated code depends on.</summary>
/// <param name="plans">How many plans there are.</param>
internal sealed class EditRow(int plans) : IRow
{
    private const int Rounds = 11;
    private const double Target = 1.3;

    public string Name => string.Create(CultureInfo.InvariantCulture, $"generator, unrelated edit, {plans:N0} plans × 20 steps");

    public Sides Sides => new(() => SideOf(Corpus.Generators), () => SideOf([new ReferenceGenerator()]));

    public Task<IReadOnlyList<Line>> MeasureAsync()
    {
        var keystrokes = KeystrokesOf(plans);
        var reEmitted = ReEmitted(keystrokes);
        GeneratorDriver[] drivers = [keystrokes.DriverOf(Corpus.Generators), keystrokes.DriverOf([new ReferenceGenerator()]), keystrokes.DriverOf([new SpellingGenerator()])];
        var edits = Turns.Of(Rounds, [.. Enumerable.Range(0, drivers.Length).Select<int, Func<double>>(driver => () => keystrokes.RunAgain(ref drivers[driver]))]);
        var ratio = edits.Ratio(0, 1);
        return Task.FromResult<IReadOnlyList<Line>>(
        [
            new(Name, "a generator that only looks", Figures.Ratio(ratio), "≤ 1.3×", ratio <= Target, edits.FiguresOf(0, 1)),
            new($"{Name}: a generator that reads what code depends on", "a generator that only looks", Figures.Ratio(edits.Ratio(2, 1)), "—", IsMet: null, edits.FiguresOf(2, 1)),
            new(Name, "that", Figures.Ratio(edits.Ratio(0, 2)), "—", IsMet: null, edits.FiguresOf(0, 2)),
            new(Name, "—", string.Create(CultureInfo.InvariantCulture, $"{reEmitted} files emitted again"), "none", reEmitted == 0),
        ]);
    }

    private static Keystrokes KeystrokesOf(int plans) => new(Corpus.Parse(Corpus.SourcesOf(plans)));

    private Func<Task> SideOf(IEnumerable<IIncrementalGenerator> generators)
    {
        var keystrokes = KeystrokesOf(plans);
        var driver = keystrokes.DriverOf(generators);
        return () =>
        {
            keystrokes.RunAgain(ref driver);
            return Task.CompletedTask;
        };
    }

    private static int ReEmitted(Keystrokes keystrokes)
    {
        var driver = keystrokes.DriverOf(Corpus.Generators, isTracked: true);
        keystrokes.RunAgain(ref driver);
        return driver.GetRunResult().Results
            .SelectMany(static result => result.TrackedOutputSteps)
            .SelectMany(static step => step.Value)
            .SelectMany(static run => run.Outputs)
            .Count(static output => output.Reason is not IncrementalStepRunReason.Cached);
    }
}
