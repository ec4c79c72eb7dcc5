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
        var (plan, other) = (await SideOf(duel.Plan, costs[0]), await SideOf(duel.Other, costs[1]));
        var lines = new List<Line> { Of("the plan", duel.Against, plan, other) };
        for (var number = 0; number < floors.Length; number++)
        {
            var (floor, side) = (floors[number], await SideOf(floors[number].Run, costs[number + 2]));
            lines.Add(Of($"by hand, {floor.With}", duel.Against, side, other));
            lines.Add(Of("the plan", $"by hand, {floor.With}", plan, side, floor.Most));
        }

        return lines;
    }

    private static async Task<(Cost Cost, double Bytes)> SideOf(Func<Task> run, Cost cost) => (cost, await Meter.BytesAsync(run));

    private Line Of(string what, string against, (Cost Cost, double Bytes) first, (Cost Cost, double Bytes) second, double? most = null) => new(
        $"{duel.Workload}: {what}",
        against,
        Figures.Ratio(first.Cost.Time / second.Cost.Time),
        most is null ? "—" : "≤ " + most.Value.ToString("0.0#", CultureInfo.InvariantCulture) + "×",
        most is null ? null : first.Cost.Time / second.Cost.Time <= most,
        $"{Figures.Time(first.Cost)} : {Figures.Time(second.Cost)}; processor {Figures.Ratio(first.Cost.Processor / second.Cost.Processor)}; {Figures.Bytes(first.Bytes)} : {Figures.Bytes(second.Bytes)}; {Figures.Rounds(first.Cost.Rounds)}");
}
