namespace PlanDsl.Benchmarks;

/// <summary>Work over so many steps and edges.</summary>
/// <param name="steps">How many steps there are.</param>
/// <param name="edges">How many edges.</param>
/// <param name="work">What is done with them.</param>
/// <param name="repetitions">How often that is done after a collection: the first time finds nothing in the caches of the processor.</param>
internal sealed class SizedSample(int steps, int edges, Action work, int repetitions)
{
    private readonly List<double> _times = [];

    public int Steps => steps;

    /// <summary>The time that the work takes once: the median of what counted.</summary>
    public Cost Time => Meter.Middle(_times);

    /// <summary>That time for each step and edge.</summary>
    public double Each => Time.Time / (steps + edges);

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
        for (var repetition = 0; repetition < repetitions; repetition++)
            work();
        if (counts)
            _times.Add(TimeProvider.System.GetElapsedTime(start).TotalNanoseconds / repetitions);
    }
}
