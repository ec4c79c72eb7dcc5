namespace PlanDsl.Tests;

/// <summary>A plan with all that will happen to a run of it.</summary>
/// <param name="Steps">The steps with bodies, then the groups.</param>
/// <param name="MaxParallel">The bound on steps that run at once.</param>
/// <param name="Timeout">The bound on the run.</param>
/// <param name="CancelAt">When after its start the run is cancelled; null for never, zero for before it starts.</param>
/// <param name="StepCancellations">The steps that are cancelled one by one.</param>
internal sealed record SimulatedPlan(
    SimulatedStep[] Steps,
    int? MaxParallel,
    TimeSpan? Timeout,
    TimeSpan? CancelAt,
    StepCancellation[] StepCancellations)
{
    /// <summary>How long a body may go on after it was asked to stop: not in whole seconds, so that nothing else happens then.</summary>
    public static TimeSpan Grace { get; } = TimeSpan.FromTicks((30 * TimeSpan.TicksPerSecond) + 7_777);

    /// <summary>Whether bodies may go on after the engine has given up on them, so that more execute than hold a slot.</summary>
    public bool IsLong => Steps.Any(static step => step.Attempts.Append(step.Fallback).Any(static attempt => attempt?.Duration > TimeSpan.FromSeconds(20)));

    public string IdOf(int step) => Steps[step].Group is null ? $"s{step}" : $"g{step}";

    public string PathOf(int step) => Steps[step].MemberOf is { } group ? $"{IdOf(group)}/{IdOf(step)}" : IdOf(step);
}
