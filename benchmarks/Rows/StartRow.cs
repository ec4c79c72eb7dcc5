using System.Globalization;

namespace PlanDsl.Benchmarks;

/// <summary>From the call of a plan's method to its first body.</summary>
internal sealed class StartRow : IRow
{
    private const int Rounds = 2_000;
    private static long s_begunAt;

    public string Name => "start of a run, 12 steps";

    /// <summary>What the first body does: it looks at the clock.</summary>
    public static int Begin(int value)
    {
        s_begunAt = TimeProvider.System.GetTimestamp();
        return value;
    }

    public async Task<IReadOnlyList<Line>> MeasureAsync()
    {
        var plan = new StartedPlan();
        await Meter.TimeAsync(() => plan.RunAsync(Caller.Value, Caller.Token), ByHandAsync);
        var (ofPlan, byHand) = (new double[Rounds], new double[Rounds]);
        for (var round = 0; round < Rounds; round++)
        {
            // In an order that is reversed every other round, as in all rows.
            if (round % 2 == 1)
                byHand[round] = await MeasureAsync(ByHandAsync);
            ofPlan[round] = await MeasureAsync(() => plan.RunAsync(Caller.Value, Caller.Token));
            if (round % 2 == 0)
                byHand[round] = await MeasureAsync(ByHandAsync);
        }

        var added = Meter.Median(ofPlan) - Meter.Median(byHand);
        return [new(Name, "by hand", "+" + Figures.Time(added), "≤ +1 µs", added <= 1_000, $"{Figures.Time(Meter.Middle(ofPlan))} : {Figures.Time(Meter.Middle(byHand))}; {Figures.Rounds(Rounds)}")];
    }

    private static async Task<double> MeasureAsync(Func<Task> run)
    {
        var calledAt = TimeProvider.System.GetTimestamp();
        await run();

        // A TimeSpan counts in steps of 100 ns, which is too coarse for this.
        return (s_begunAt - calledAt) * (1e9 / TimeProvider.System.TimestampFrequency);
    }

    private static async Task<int> ByHandAsync()
    {
        Caller.Token.ThrowIfCancellationRequested();
        var first = Begin(Caller.Value);
        await Step.YieldAsync(first);
        return first;
    }
}
