using System.Globalization;

namespace PlanDsl.Benchmarks;

/// <summary>Layers of bodies that keep a processor busy, against the same bodies as two loops on two threads.</summary>
internal sealed class ThroughputRow(int nanoseconds, double target) : IRow
{
    private const int Bodies = Size.Layer * Size.Layer;
    private readonly LayeredSpinPlan _plan = new();

    public string Name => string.Create(CultureInfo.InvariantCulture, $"layers of bodies of {nanoseconds / 1_000} µs");

    public async Task<IReadOnlyList<Line>> MeasureAsync()
    {
        var (plan, loops) = await Meter.TimeAsync(() => _plan.RunAsync(Caller.Value, nanoseconds, Caller.Token), LoopTwice);
        var ratio = loops.Time / plan.Time;
        return [new(Name, "two loops on two threads", ratio.ToString("0.000", CultureInfo.InvariantCulture) + "× throughput", "≥ " + target.ToString("0.00", CultureInfo.InvariantCulture), ratio >= target, $"{Figures.Time(plan.Time)} : {Figures.Time(loops.Time)}; processor {Figures.Ratio(plan.Processor / loops.Processor)}; {Figures.Rounds(plan.Rounds)}")];
    }

    private Task LoopTwice()
    {
        var results = new int[Bodies];
        var other = Task.Run(() => Loop(results, 0, Bodies / 2));
        Loop(results, Bodies / 2, Bodies);
        return other;
    }

    private void Loop(int[] results, int start, int end)
    {
        for (var body = start; body < end; body++)
        {
            Caller.Token.ThrowIfCancellationRequested();
            results[body] = Step.Spin(Caller.Value, nanoseconds);
        }
    }
}
