namespace PlanDsl;

/// <summary>How a step repeats its body. Immutable.</summary>
/// <param name="Until">The number under which <see cref="IPlanProgram.Decide"/> judges the result of an iteration.</param>
/// <param name="MaxIterations">How many iterations there are at most, 1 or more.</param>
/// <param name="UseLast">Whether the last result will do when the iterations are used up; else the step fails.</param>
public sealed record LoopPolicy(int Until, int MaxIterations, bool UseLast = false);
