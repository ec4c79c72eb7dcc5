namespace PlanDsl.Tests;

/// <summary>What a body does in one attempt.</summary>
/// <param name="Duration">How long it takes; a body that takes no time returns at once.</param>
/// <param name="Ending">How it ends.</param>
internal sealed record SimulatedAttempt(TimeSpan Duration, Ending Ending);
