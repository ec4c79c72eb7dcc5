using System.Globalization;

namespace PlanDsl.Benchmarks;

/// <summary>What it costs a plan when each of its steps asks for something, or somebody asks for it of the run.</summary>
/// <param name="option">What is asked for.</param>
/// <param name="steps">How many steps ask for it.</param>
/// <param name="run">A run that does.</param>
/// <param name="against">What the plan without is called.</param>
/// <param name="bare">A run of it.</param>
internal sealed class OptionRow(string option, int steps, Func<Task> run, string against, Func<Task> bare) : IRow
{
    public string Name => option;

    public async Task<IReadOnlyList<Line>> MeasureAsync()
    {
        var costs = await Meter.TimeAsync(run, bare);
        var (with, without) = (costs[0], costs[1]);
        var (bytes, bareBytes) = (await Meter.BytesAsync(run), await Meter.BytesAsync(bare));
        var figures = string.Create(CultureInfo.InvariantCulture, $"{(with.Time - without.Time) / steps:+0;-0} ns, {(bytes - bareBytes) / steps:+0;-0;0} B per step");
        return [new(Name, against, figures, "—", IsMet: null, $"{Figures.Ratio(with.Time / without.Time)}: {Figures.Time(with)} : {Figures.Time(without)}; {Figures.Bytes(bytes)} : {Figures.Bytes(bareBytes)}; {Figures.Rounds(with.Rounds)}")];
    }
}
