using System.Globalization;

namespace PlanDsl.Benchmarks;

/// <summary>Layers of bodies that keep a processor busy, against the same bodies as two loops on two threads.</summary>
internal sealed class ThroughputRow(int nanoseconds, double target) : IRow
{
    private const int Bodies = Size.Layer * Size.Layer;
    private readonly LayeredSpinPlan _plan = new();

    public string Name => string.Create(CultureInfo.InvariantCulture, $"layers of bodies of {nanoseconds / 1_000} µs");

    /// <summary>Both sides of it.</summary>
    public Duel Duel => new(Name, "two loops on two threads", () => _plan.RunAsync(Caller.Value, nanoseconds, Caller.Token), () => LoopTwice(nanoseconds)) { MostTime = 1 / target };

    public Sides Sides => new(Duel);

    public async Task<IReadOnlyList<Line>> MeasureAsync()
    {
        var duel = Duel;
        var costs = await Meter.TimeAsync(duel.Plan, duel.Other);
        var (plan, loops) = (costs[0], costs[1]);
        var ratio = loops.Time / plan.Time;
        return [new(Name, duel.Against, ratio.ToString("0.000", CultureInfo.InvariantCulture) + "× throughput", "≥ " + target.ToString("0.00", CultureInfo.InvariantCulture), ratio >= target, $"{Figures.Time(plan)} : {Figures.Time(loops)}; processor {Figures.Ratio(plan.Processor / loops.Processor)}; {Figures.Rounds(plan.Rounds)}")];
    }

    /// <summary>As many bodies, half of them on another thread.</summary>
    public static Task LoopTwice(int nanoseconds)
    {
        var results = new int[Bodies];
        var other = Task.Run(() => Loop(results, 0, Bodies / 2, nanoseconds));
        Loop(results, Bodies / 2, Bodies, nanoseconds);
        return other;
    }

    private static void Loop(int[] results, int start, int end, int nanoseconds)
    {
        for (var body = start; body < end; body++)
        {
            Caller.Token.ThrowIfCancellationRequested();
            results[body] = Step.Spin(Caller.Value, nanoseconds);
        }
    }
}
