namespace PlanDsl;

/// <summary>How the ends of a parallel group's members make the end of the group. Immutable.</summary>
/// <param name="Strategy">The strategy.</param>
/// <param name="Threshold">How many members must succeed under <see cref="ParallelStrategy.Threshold"/>.</param>
public sealed record GroupPolicy(ParallelStrategy Strategy, int Threshold = 0);
