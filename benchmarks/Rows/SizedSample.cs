namespace PlanDsl.Benchmarks;

/// <summary>Work over so many steps and edges.</summary>
/// <param name="steps">How many steps there are.</param>
/// <param name="edges">How many edges.</param>
/// <param name="work">What is done with them.</param>
internal sealed class SizedSample(int steps, int edges, Action work)
{
    // The same for small and large, since the first after a collection finds nothing in the caches of the processor.
    private const int Repetitions = 3;

    private readonly List<double> _times = [];

    public int Steps => steps;

    /// <summary>The time that the work takes once, in nanoseconds: the median of what counted.</summary>
    public double Time => Meter.Median(_times);

    /// <summary>That time for each step and edge.</summary>
    public double Each => Time / (steps + edges);

    /// <summary>Does it once, measured by somebody else.</summary>
    public Task RunAsync()
    {
        work();
        return Task.CompletedTask;
    }

    /// <summary>Measures it.</summary>
    /// <param name="counts">Whether it counts, or warms up.</param>
    public void Measure(bool counts)
    {
        // What the rows before left behind is not this one's to clear away.
        GC.Collect();
        var start = TimeProvider.System.GetTimestamp();
        for (var repetition = 0; repetition < Repetitions; repetition++)
            work();
        if (counts)
            _times.Add(TimeProvider.System.GetElapsedTime(start).TotalNanoseconds / Repetitions);
    }
}
