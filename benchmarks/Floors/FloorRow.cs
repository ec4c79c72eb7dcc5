using System.Globalization;

namespace PlanDsl.Benchmarks;

/// <summary>A plan, what it is compared with, and code by hand that is more like it, all measured in the same rounds: what is printed of any
/// two of them is the quotient of what is printed of each.</summary>
internal sealed class FloorRow(Duel duel, Floor[] floors) : IRow
{
    public string Name => $"{duel.Workload}: {string.Join(", ", floors.Select(static floor => floor.With))}";

    public async Task<IReadOnlyList<Line>> MeasureAsync()
    {
        var costs = await Meter.TimeAsync([duel.Plan, duel.Other, .. floors.Select(static floor => floor.Run)]);
        var (plan, other) = (costs[0], costs[1]);
        return
        [
            Of("the plan", duel.Against, plan, other),
            .. floors.Zip(costs.Skip(2)).SelectMany(pair => (Line[])
            [
                Of($"by hand, {pair.First.With}", duel.Against, pair.Second, other),
                Of("the plan", $"by hand, {pair.First.With}", plan, pair.Second, pair.First.Most),
            ]),
        ];
    }

    private Line Of(string what, string against, Cost first, Cost second, double? most = null) => new(
        $"{duel.Workload}: {what}",
        against,
        Figures.Ratio(first.Time / second.Time),
        most is null ? "—" : "≤ " + most.Value.ToString("0.0#", CultureInfo.InvariantCulture) + "×",
        most is null ? null : first.Time / second.Time <= most,
        $"{Figures.Time(first)} : {Figures.Time(second)}; processor {Figures.Ratio(first.Processor / second.Processor)}; {Figures.Rounds(first.Rounds)}");
}
