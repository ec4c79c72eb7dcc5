namespace PlanDsl.Tests;

/// <summary>A step of a random plan, with all that its body will do.</summary>
/// <param name="Predecessors">The steps that directly precede it.</param>
/// <param name="Policy">Its failure policy.</param>
/// <param name="Critical">Whether it is critical, as declared.</param>
/// <param name="Duration">How long its body takes; a body that takes no time returns at once.</param>
/// <param name="Ending">How its body ends.</param>
/// <param name="StopsAfter">How long after its token was cancelled its body throws; null if it does not care.</param>
internal sealed record SimulatedStep(
    int[] Predecessors,
    FailurePolicy Policy,
    bool? Critical,
    TimeSpan Duration,
    Ending Ending,
    TimeSpan? StopsAfter);
