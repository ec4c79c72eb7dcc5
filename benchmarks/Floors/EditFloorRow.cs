using Microsoft.CodeAnalysis;

namespace PlanDsl.Benchmarks;

/// <summary>A keystroke that touches no plan: a generator that reads all it needs, against one that only looks, and ours against it.</summary>
internal sealed class EditFloorRow(int plans) : IRow
{
    private const int Rounds = 9;

    public string Name => "generator, unrelated edit: reading what code depends on";

    public Task<IReadOnlyList<Line>> MeasureAsync()
    {
        var keystrokes = new Keystrokes(Corpus.Parse(Corpus.SourcesOf(plans)));
        GeneratorDriver[] drivers = [keystrokes.DriverOf([new ReferenceGenerator()]), keystrokes.DriverOf([new SpellingGenerator()]), keystrokes.DriverOf(Corpus.Generators)];
        var edits = Turns.Of(Rounds, [.. Enumerable.Range(0, drivers.Length).Select<int, Func<double>>(driver => () => keystrokes.RunAgain(ref drivers[driver]))]);
        return Task.FromResult<IReadOnlyList<Line>>(
        [
            Of("ours", "a generator that only looks", edits, 2, 0),
            Of("a generator that reads what code depends on", "a generator that only looks", edits, 1, 0),
            Of("ours", "that", edits, 2, 1),
        ]);
    }

    private static Line Of(string what, string against, Turns edits, int first, int second) => new(
        $"generator, unrelated edit: {what}", against, Figures.Ratio(edits.Ratio(first, second)), "—", IsMet: null, $"{Figures.Time(edits.Of(first))} : {Figures.Time(edits.Of(second))}; of pairs {Figures.Ratio(edits.RatioOfPairs(first, second))}; {Figures.Rounds(Rounds)}");
}
