using System.Globalization;

namespace PlanDsl.Benchmarks;

/// <summary>What a step costs, in nanoseconds of the machine at hand.</summary>
internal sealed class PerStepRow(string workload, Func<Task> run, int steps, double target) : IRow
{
    public string Name => workload + " per step";

    public async Task<IReadOnlyList<Line>> MeasureAsync()
    {
        var time = (await Meter.TimeAsync(run, static () => Task.CompletedTask))[0];
        var perStep = time.Time / steps;
        return [new(Name, "Taskflow (C++)", perStep.ToString("0.0", CultureInfo.InvariantCulture) + " ns", $"≤ {target:0} ns", perStep <= target, $"{Figures.Time(time)}; processor {Figures.Time(time.Processor / steps)} per step; {Figures.Rounds(time.Rounds)}")];
    }
}
