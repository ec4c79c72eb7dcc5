namespace PlanDsl.Benchmarks;

/// <summary>Measures two pieces of work in turn, so that what else the machine does meets both alike.</summary>
internal static class Meter
{
    // Rounds are shorter than the time for which a busy machine takes a processor away, so that most of them are left alone.
    private const int MostRounds = 401;
    private const int FewestRounds = 15;
    private const int MostPhases = 30;
    private static readonly TimeSpan Round = TimeSpan.FromMilliseconds(0.7);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan WarmUp = TimeSpan.FromMilliseconds(250);

    /// <summary>The time that each takes once, in nanoseconds: medians of rounds.</summary>
    public static async Task<(Cost First, Cost Second)> TimeAsync(Func<Task> first, Func<Task> second)
    {
        var counts = (First: await WarmUpAsync(first), Second: await WarmUpAsync(second));
        var (ofFirst, ofSecond) = (new List<Cost>(), new List<Cost>());
        var start = TimeProvider.System.GetTimestamp();
        while (ofFirst.Count < FewestRounds || (ofFirst.Count < MostRounds && TimeProvider.System.GetElapsedTime(start) < Patience))
        {
            ofFirst.Add(await TimeOnceAsync(first, counts.First));
            ofSecond.Add(await TimeOnceAsync(second, counts.Second));
        }

        return (Middle(ofFirst), Middle(ofSecond));
    }

    /// <summary>The bytes that one run allocates, on whatever thread: the median of some runs.</summary>
    public static async Task<double> BytesAsync(Func<Task> work)
    {
        const int runs = 15;
        var bytes = new double[runs];
        for (var run = 0; run < runs; run++)
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            await work();
            bytes[run] = GC.GetTotalAllocatedBytes(precise: true) - before;
        }

        return Median(bytes);
    }

    /// <summary>The middle one.</summary>
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }

    // What the framework brings compiled is compiled again once it has been called often enough, by a thread that waits until
    // nothing else is. It is warm when it has not become faster for a while.
    private static async Task<int> WarmUpAsync(Func<Task> work)
    {
        var (best, isBetter) = (double.MaxValue, 0);
        for (var phase = 0; phase < MostPhases && isBetter > -3; phase++)
        {
            var start = TimeProvider.System.GetTimestamp();
            for (var runs = 0; runs < 40 || TimeProvider.System.GetElapsedTime(start) < WarmUp; runs++)
                await work();
            await Task.Delay(WarmUp);
            var cost = (await TimeOnceAsync(work, 5)).Processor;
            isBetter = cost < 0.95 * best ? 0 : isBetter - 1;
            best = Math.Min(best, cost);
        }

        return Math.Max(1, (int)(Round.TotalNanoseconds / Math.Max(1, best)));
    }

    private static Cost Middle(List<Cost> rounds) => new(
        Median(rounds.Select(static round => round.Time)),
        rounds.Average(static round => round.Processor));

    private static async Task<Cost> TimeOnceAsync(Func<Task> work, int count)
    {
        var (start, processor) = (TimeProvider.System.GetTimestamp(), Environment.CpuUsage.TotalTime);
        for (var run = 0; run < count; run++)
            await work();
        var end = TimeProvider.System.GetTimestamp();
        return new(TimeProvider.System.GetElapsedTime(start, end).TotalNanoseconds / count, (Environment.CpuUsage.TotalTime - processor).TotalNanoseconds / count);
    }
}
