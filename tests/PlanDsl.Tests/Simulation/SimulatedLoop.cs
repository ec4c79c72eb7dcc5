namespace PlanDsl.Tests;

/// <summary>How a body of a random plan is repeated.</summary>
/// <param name="HoldsAfter">The iteration after which the predicate holds; the last that there may be, or more, for never.</param>
/// <param name="MaxIterations">How many iterations there are at most.</param>
/// <param name="UseLast">Whether the last result will do.</param>
/// <param name="Throws">Whether the predicate throws where it would hold.</param>
internal sealed record SimulatedLoop(int HoldsAfter, int MaxIterations, bool UseLast, bool Throws);
