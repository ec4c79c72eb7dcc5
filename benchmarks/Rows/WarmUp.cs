namespace PlanDsl.Benchmarks;

/// <summary>Runs work until it has become as fast as it gets, once for each piece of work.</summary>
/// <remarks>What the framework brings compiled is compiled again once it has been called often enough, twice, by a thread that
/// waits until nothing new has been called for a tenth of a second. So work is run in phases with pauses, and is warm when it has not
/// become faster for three of them.</remarks>
internal static class WarmUp
{
    private const int MostPhases = 30;
    private const int PhasesWithoutGain = 3;

    // A sample is some milliseconds: what keeps processors busy is counted no finer.
    private const int SamplesPerPhase = 20;
    private static readonly TimeSpan Phase = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(150);
    private static readonly Dictionary<Func<Task>, double> Best = [];

    /// <summary>Warms the work up; what one run of it keeps processors busy for then, in nanoseconds.</summary>
    public static async Task<double> OfAsync(Func<Task> work)
    {
        if (Best.TryGetValue(work, out var best))
        {
            // It knows its way; only the caches of the processor have forgotten it.
            await RunAsync(work);
            return best;
        }

        best = double.MaxValue;
        for (var (phase, withoutGain) = (0, 0); phase < MostPhases && withoutGain < PhasesWithoutGain; phase++)
        {
            var runs = await RunAsync(work);
            await Task.Delay(Pause);
            var cost = (await Meter.TimeOnceAsync(work, Math.Max(1, runs / SamplesPerPhase))).Processor;
            withoutGain = cost < 0.95 * best ? 0 : withoutGain + 1;
            best = Math.Min(best, cost);
        }

        return Best[work] = best;
    }

    private static async Task<int> RunAsync(Func<Task> work)
    {
        var runs = 0;
        for (var start = TimeProvider.System.GetTimestamp(); runs == 0 || TimeProvider.System.GetElapsedTime(start) < Phase; runs++)
            await work();
        return runs;
    }
}
