using System.Globalization;

namespace PlanDsl.Benchmarks;

/// <summary>A duel: time, and bytes where it is about these.</summary>
internal sealed class DuelRow(Duel duel) : IRow
{
    // What is as good as what was asked for.
    private const double Tolerance = 1.05;

    public string Name => duel.ToString();

    public Sides Sides => new(duel);

    public async Task<IReadOnlyList<Line>> MeasureAsync()
    {
        var costs = await Meter.TimeAsync(duel.Plan, duel.Other);
        var (plan, other) = (costs[0], costs[1]);
        var lines = new List<Line> { Of(plan.Time / other.Time, "×", duel.MostTime, Figures.Time(plan), $"{Figures.Time(other)}; processor {Figures.Ratio(plan.Processor / other.Processor)}; {Figures.Rounds(plan.Rounds)}") };
        if (duel.AllocatesNothing)
        {
            var bytes = await Meter.BytesAsync(duel.Plan);
            lines.Add(new(duel.Workload, duel.Against, Figures.Bytes(bytes), "0 B", bytes == 0));
        }

        if (duel.MostBytes is null && duel.FreeSteps is null)
            return lines;

        var (planBytes, otherBytes) = (await Meter.BytesAsync(duel.Plan), await Meter.BytesAsync(duel.Other));
        if (duel.MostBytes is { } most)
            lines.Add(Of(planBytes / otherBytes, "× bytes", most, Figures.Bytes(planBytes), Figures.Bytes(otherBytes)));
        if (duel.FreeSteps is { } steps)
            lines.Add(OfFree(planBytes, steps));
        return lines;
    }

    private Line Of(double ratio, string unit, double target, string plan, string other) => new(
        duel.Workload,
        duel.Against,
        ratio.ToString("0.00", CultureInfo.InvariantCulture) + unit,
        "≤ " + target.ToString("0.0#", CultureInfo.InvariantCulture) + unit,
        ratio <= (target == 1 ? Tolerance : target),
        $"{plan} : {other}");

    // Both keep each result. What a run costs whatever its length is no cost of a step.
    private Line OfFree(double bytes, int steps)
    {
        const int forResult = sizeof(int);
        const int forRun = 512;
        var perStep = Math.Max(0, bytes - forRun - (steps * forResult)) / steps;
        return new(duel.Workload, duel.Against, perStep.ToString("0.0", CultureInfo.InvariantCulture) + " B/step", "0 B/step", perStep < 0.05, Figures.Bytes(bytes));
    }
}
