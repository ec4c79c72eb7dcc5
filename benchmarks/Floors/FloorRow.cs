namespace PlanDsl.Benchmarks;

/// <summary>A floor against the code by hand, and the plan against the floor.</summary>
internal sealed class FloorRow(Floor floor) : IRow
{
    public string Name => $"{floor.Duel.Workload}: {floor.With}";

    public async Task<IReadOnlyList<Line>> MeasureAsync()
    {
        var (least, other) = await Meter.TimeAsync(floor.Run, floor.Duel.Other);
        var (plan, again) = await Meter.TimeAsync(floor.Duel.Plan, floor.Run);
        return [Of($"by hand, {floor.With}", floor.Duel.Against, least, other), Of("the plan", "that", plan, again)];
    }

    private Line Of(string what, string against, Cost first, Cost second) => new(
        $"{floor.Duel.Workload}: {what}",
        against,
        Figures.Ratio(first.Time / second.Time),
        "—",
        IsMet: null,
        $"{Figures.Time(first.Time)} : {Figures.Time(second.Time)}; processor {Figures.Ratio(first.Processor / second.Processor)}; {Figures.Rounds(first.Rounds)}");
}
