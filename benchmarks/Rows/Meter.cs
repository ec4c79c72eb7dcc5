namespace PlanDsl.Benchmarks;

/// <summary>Measures pieces of work in turn, so that what else the machine does meets all alike.</summary>
internal static class Meter
{
    // Rounds are shorter than the time for which a busy machine takes a processor away, so that most of them are left alone.
    private const int MostRounds = 401;
    private const int FewestRounds = 15;
    private static readonly TimeSpan Round = TimeSpan.FromMilliseconds(0.7);
    private static readonly TimeSpan PatienceForEach = TimeSpan.FromSeconds(1);

    /// <summary>The time that each takes once: medians of rounds, the order of every other of which is reversed, so that none has always the
    /// same before it.</summary>
    public static async Task<Cost[]> TimeAsync(params Func<Task>[] works)
    {
        var counts = new int[works.Length];
        for (var work = 0; work < works.Length; work++)
            counts[work] = RunsIn(await WarmUp.OfAsync(works[work]));
        var rounds = Array.ConvertAll(works, static _ => new List<Cost>());
        var start = TimeProvider.System.GetTimestamp();
        for (var round = 0; round < FewestRounds || (round < MostRounds && TimeProvider.System.GetElapsedTime(start) < works.Length * PatienceForEach); round++)
        {
            for (var turn = 0; turn < works.Length; turn++)
            {
                var work = round % 2 == 0 ? turn : works.Length - 1 - turn;
                rounds[work].Add(await TimeOnceAsync(works[work], counts[work]));
            }
        }

        var costs = Array.ConvertAll(rounds, Middle);
        Speeds.Note(works, costs);
        return costs;
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

    /// <summary>The middle one, and between what four of five lie.</summary>
    public static Cost Middle(IEnumerable<double> values)
    {
        double[] times = [.. values.Order()];
        return new(times[times.Length / 2], Processor: 0) { Rounds = times.Length, Low = times[times.Length / 10], High = times[^(1 + (times.Length / 10))] };
    }

    // This time is counted in steps that are too coarse for a median, and a round in which something was compiled says nothing of the
    // others.
    private static double MiddleAverage(double[] sorted)
    {
        var outside = sorted.Length / 10;
        return sorted[outside..^outside].Average();
    }

    private static int RunsIn(double cost) => Math.Max(1, (int)(Round.TotalNanoseconds / Math.Max(1, cost)));

    private static Cost Middle(List<Cost> rounds)
    {
        double[] processor = [.. rounds.Select(static round => round.Processor).Order()];
        return Middle(rounds.Select(static round => round.Time)) with { Processor = MiddleAverage(processor) };
    }
}
