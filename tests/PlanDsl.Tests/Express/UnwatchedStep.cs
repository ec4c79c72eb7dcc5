namespace PlanDsl.Tests;

/// <summary>A step of an <see cref="UnwatchedPlan"/>.</summary>
/// <param name="Predecessors">The steps that it depends on.</param>
/// <param name="Kind">How its body comes to its end.</param>
/// <param name="Policy">Its policy.</param>
/// <param name="Critical">Whether its failure fails the run, where it says so.</param>
/// <param name="IsForeign">Whether it throws an exception of a cancellation that is none of the run's.</param>
/// <param name="Cancels">Whether its body cancels the run.</param>
/// <param name="Spins">How long it keeps its thread busy.</param>
/// <param name="Retries">How many attempts may follow the first.</param>
/// <param name="Failures">How many attempts fail.</param>
internal sealed record UnwatchedStep(
    int[] Predecessors, UnwatchedKind Kind, FailurePolicy? Policy, bool? Critical, bool IsForeign, bool Cancels, int Spins, int Retries, int Failures)
{
    public bool IsAsync => Kind is not UnwatchedKind.Synchronous;

    /// <summary>Whether its last attempt fails.</summary>
    public bool Fails => Failures > Retries;
}
