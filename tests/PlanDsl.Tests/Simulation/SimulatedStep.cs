namespace PlanDsl.Tests;

/// <summary>A step of a random plan, with all that its body will do.</summary>
/// <param name="Predecessors">The steps that directly precede it.</param>
/// <param name="Policy">Its failure policy.</param>
/// <param name="Critical">Whether it is critical, as declared.</param>
/// <param name="Attempts">What its body does in each attempt; in attempts past the last, the same as in that.</param>
/// <param name="StopsAfter">How long after its token was cancelled its body throws; null if it does not care.</param>
/// <param name="Governed">What it asks of the engine; null for nothing.</param>
internal sealed record SimulatedStep(
    int[] Predecessors,
    FailurePolicy Policy,
    bool? Critical,
    SimulatedAttempt[] Attempts,
    TimeSpan? StopsAfter,
    StepPolicy? Governed)
{
    /// <summary>What the body does in the attempt with this number.</summary>
    public SimulatedAttempt Attempt(int number) => Attempts[Math.Min(number, Attempts.Length) - 1];
}
