namespace PlanDsl.Benchmarks;

/// <summary>The same work done twice: as a plan, and as it is done without.</summary>
/// <param name="Workload">What is done.</param>
/// <param name="Against">How it is done without a plan.</param>
/// <param name="Plan">A run of the plan.</param>
/// <param name="Other">The same without.</param>
internal sealed record Duel(string Workload, string Against, Func<Task> Plan, Func<Task> Other)
{
    /// <summary>How long the plan may take, as a multiple of the other.</summary>
    public required double MostTime { get; init; }

    /// <summary>How many bytes it may allocate, as a multiple of the other; null for a duel that is about time alone.</summary>
    public double? MostBytes { get; init; }

    /// <summary>Whether a run of the plan may allocate nothing at all.</summary>
    public bool AllocatesNothing { get; init; }

    /// <summary>How many results both keep; their bytes are no cost of a step.</summary>
    public int? FreeSteps { get; init; }

    public override string ToString() => $"{Workload} against {Against}";
}
