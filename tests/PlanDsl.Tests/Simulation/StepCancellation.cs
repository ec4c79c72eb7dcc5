namespace PlanDsl.Tests;

/// <summary>A request to cancel one step of a simulated run.</summary>
/// <param name="Step">The index of the step.</param>
/// <param name="At">When, from the start of the run.</param>
internal sealed record StepCancellation(int Step, TimeSpan At);
