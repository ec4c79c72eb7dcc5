using System.Globalization;
using Microsoft.CodeAnalysis;

namespace PlanDsl.Benchmarks;

/// <summary>A keystroke in a file that no plan uses, in a project of many plans.</summary>
internal sealed class EditRow(int plans) : IRow
{
    private const int Rounds = 15;
    private const double Target = 1.3;

    public string Name => string.Create(CultureInfo.InvariantCulture, $"generator, unrelated edit, {plans:N0} plans × 20 steps");

    public Task<IReadOnlyList<Line>> MeasureAsync()
    {
        var keystrokes = new Keystrokes(Corpus.Parse(Corpus.SourcesOf(plans)));
        var reEmitted = ReEmitted(keystrokes);
        var (ours, reference) = (keystrokes.DriverOf(Corpus.Generators), keystrokes.DriverOf([new ReferenceGenerator()]));
        var edits = Turns.Of(Rounds, () => keystrokes.RunAgain(ref ours), () => keystrokes.RunAgain(ref reference));
        var ratio = edits.Ratio(0, 1);
        return Task.FromResult<IReadOnlyList<Line>>(
        [
            new(Name, "a generator that only looks", Figures.Ratio(ratio), "≤ 1.3×", ratio <= Target, $"{Figures.Time(edits.Of(0))} : {Figures.Time(edits.Of(1))}; of pairs {Figures.Ratio(edits.RatioOfPairs(0, 1))}; {Figures.Rounds(Rounds)}"),
            new(Name, "—", string.Create(CultureInfo.InvariantCulture, $"{reEmitted} files emitted again"), "none", reEmitted == 0),
        ]);
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
