namespace PlanDsl.Benchmarks;

/// <summary>Measures two pieces of work in turn, so that what else the machine does meets both alike.</summary>
internal static class Meter
{
    // Rounds are shorter than the time for which a busy machine takes a processor away, so that most of them are left alone.
    private const int MostRounds = 401;
    private const int FewestRounds = 15;
    private static readonly TimeSpan Round = TimeSpan.FromMilliseconds(0.7);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>The time that each takes once, in nanoseconds: medians of rounds.</summary>
    public static async Task<(Cost First, Cost Second)> TimeAsync(Func<Task> first, Func<Task> second)
    {
        var counts = (First: RunsIn(await WarmUp.OfAsync(first)), Second: RunsIn(await WarmUp.OfAsync(second)));
        var (ofFirst, ofSecond) = (new List<Cost>(), new List<Cost>());
        var start = TimeProvider.System.GetTimestamp();
        while (ofFirst.Count < FewestRounds || (ofFirst.Count < MostRounds && TimeProvider.System.GetElapsedTime(start) < Patience))
        {
            ofFirst.Add(await TimeOnceAsync(first, counts.First));
            ofSecond.Add(await TimeOnceAsync(second, counts.Second));
        }

        return (Middle(ofFirst), Middle(ofSecond));
    }

    /// <summary>One round: so many runs, and what each of them cost.</summary>
    public static async Task<Cost> TimeOnceAsync(Func<Task> work, int count)
    {
        var (start, processor) = (TimeProvider.System.GetTimestamp(), Environment.CpuUsage.TotalTime);
        for (var run = 0; run < count; run++)
            await work();
        var end = TimeProvider.System.GetTimestamp();
        return new(TimeProvider.System.GetElapsedTime(start, end).TotalNanoseconds / count, (Environment.CpuUsage.TotalTime - processor).TotalNanoseconds / count);
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

    // This time is counted in steps that are too coarse for a median, and a round in which something was compiled says nothing of the
    // others.
    private static double MiddleAverage(double[] values)
    {
        Array.Sort(values);
        var outside = values.Length / 10;
        return values[outside..^outside].Average();
    }

    private static int RunsIn(double cost) => Math.Max(1, (int)(Round.TotalNanoseconds / Math.Max(1, cost)));

    private static Cost Middle(List<Cost> rounds) => new(
        Median(rounds.Select(static round => round.Time)),
        MiddleAverage([.. rounds.Select(static round => round.Processor)]),
        rounds.Count);
}
