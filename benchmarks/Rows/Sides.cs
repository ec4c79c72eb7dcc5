namespace PlanDsl.Benchmarks;

/// <summary>Both sides of a row, for somebody who looks at one of them with a profiler. To prepare a side may take its time, and is no part of it.</summary>
/// <param name="Plan">Prepares what was made faster.</param>
/// <param name="Other">Prepares what it is compared with.</param>
internal sealed record Sides(Func<Func<Task>> Plan, Func<Func<Task>> Other)
{
    /// <summary>Sides that need no preparation.</summary>
    public Sides(Duel duel)
        : this(() => duel.Plan, () => duel.Other)
    {
    }
}
