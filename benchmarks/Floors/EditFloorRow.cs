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
        var times = Array.ConvertAll(drivers, static _ => new List<double>());
        for (var round = -1; round < Rounds; round++)
        {
            for (var driver = 0; driver < drivers.Length; driver++)
            {
                var time = keystrokes.RunAgain(ref drivers[driver]);
                if (round >= 0)
                    times[driver].Add(time);
            }
        }

        var medians = Array.ConvertAll(times, Meter.Median);
        return Task.FromResult<IReadOnlyList<Line>>(
        [
            Of("a generator that reads what code depends on", "a generator that only looks", medians[1], medians[0]),
            Of("ours", "that", medians[2], medians[1]),
        ]);
    }

    private static Line Of(string what, string against, double first, double second) => new(
        $"generator, unrelated edit: {what}", against, Figures.Ratio(first / second), "—", IsMet: null, $"{Figures.Time(first)} : {Figures.Time(second)}; {Figures.Rounds(Rounds)}");
}
