using System.Globalization;

namespace PlanDsl.Benchmarks;

/// <summary>The rules over models of growing size, and, in the same rounds, dictionaries of as many names: what these grow by is what memory
/// costs that is further away than the caches of the processor.</summary>
internal sealed class RulesRow : IRow
{
    /// <summary>How often the rules are asked after a collection.</summary>
    public const int Repetitions = 3;

    private const double Target = 300;
    private const int Rounds = 15;
    private static readonly int[] Sizes = [10_000, 30_000, 100_000];
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);

    public string Name => "rules over 10,000, 30,000, 100,000 steps";

    /// <summary>The largest against the smallest: what has to be told is why a step of the former costs more.</summary>
    public Sides Sides => new(static () => RulesSample.Of(Sizes[^1]).RunAsync, static () => RulesSample.Of(Sizes[0]).RunAsync);

    public Task<IReadOnlyList<Line>> MeasureAsync()
    {
        SizedSample[] rules = [.. Sizes.Select(RulesSample.Of)];
        SizedSample[] names = [.. Sizes.Select(static steps => NamesSample.Of(steps, Repetitions))];
        SizedSample[] all = [.. rules, .. names];
        for (var start = TimeProvider.System.GetTimestamp(); TimeProvider.System.GetElapsedTime(start) < WarmUp;)
            Array.ForEach(all, static sample => sample.Measure(counts: false));
        for (var round = 0; round < Rounds; round++)
            Array.ForEach(all, static sample => sample.Measure(counts: true));

        return Task.FromResult<IReadOnlyList<Line>>(
        [
            .. rules.Select(static sample => new Line($"rules over {sample.Steps:N0} steps", "—", Of(sample), "≤ 300 ns", sample.Each <= Target, FiguresOf(sample))),
            NamesSample.GrowthOf("rules over 100,000 steps", rules[^1].Each / rules[0].Each, names),
            .. names.Select(static sample => new Line($"names of {sample.Steps:N0} steps in a dictionary", "—", Of(sample), "—", IsMet: null, FiguresOf(sample))),
        ]);
    }

    private static string Of(SizedSample sample) => sample.Each.ToString("0", CultureInfo.InvariantCulture) + " ns per step and edge";

    private static string FiguresOf(SizedSample sample) => $"{Figures.Time(sample.Time)}; {Figures.Rounds(Rounds)}";
}
