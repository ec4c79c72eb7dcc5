namespace PlanDsl.Benchmarks;

/// <summary>The shape of a workload: what each step binds, and what else it waits for.</summary>
/// <param name="Name">What the plans of this shape are called.</param>
/// <param name="Predecessors">The steps whose results each step binds; none for those that bind the input.</param>
internal sealed record Graph(string Name, int[][] Predecessors)
{
    /// <summary>Steps that bind one result, and wait for all others that nobody binds.</summary>
    public bool HasSink { get; init; }

    public int Length => Predecessors.Length;

    /// <summary>All that a step waits for.</summary>
    public IEnumerable<int> WaitsFor(int step) =>
        HasSink && step == Length - 1 ? Enumerable.Range(1, Length - 2) : Predecessors[step];
}
