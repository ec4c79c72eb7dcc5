using PlanDsl.Model;

namespace PlanDsl.Tests;

/// <summary>A random plan, and when its run is asked to cancel.</summary>
/// <param name="Steps">The steps, each preceded by earlier ones only.</param>
/// <param name="MaxParallel">The bound on steps that run at once.</param>
/// <param name="CancelAt">When after its start the run is cancelled; null for never, zero for before it starts.</param>
internal sealed record SimulatedPlan(SimulatedStep[] Steps, int? MaxParallel, TimeSpan? CancelAt)
{
    private static readonly FailurePolicy[] Policies = Enum.GetValues<FailurePolicy>();

    public static SimulatedPlan Random(int seed)
    {
        var random = new Random(seed);
        var density = random.NextDouble() * 0.4;
        var failures = random.NextDouble() * 0.3;
        var steps = new SimulatedStep[random.Next(1, 41)];
        for (var step = 0; step < steps.Length; step++)
        {
            steps[step] = new(
                [.. Enumerable.Range(0, step).Where(_ => random.NextDouble() < density)],
                Policies[random.Next(Policies.Length)],
                random.Next(3) switch { 0 => true, 1 => false, _ => null },
                TimeSpan.FromSeconds(random.Next(6)),
                random.NextDouble() >= failures ? Ending.Returns : random.Next(4) == 0 ? Ending.ThrowsCanceled : Ending.Throws,
                random.Next(2) == 0 ? null : TimeSpan.FromTicks(step + 1));
        }

        return new(
            steps,
            random.Next(2) == 0 ? null : random.Next(1, 6),
            random.Next(3) != 0 ? null : TimeSpan.FromSeconds(random.Next(25) / 2.0));
    }

    public PlanModel ToModel() => new()
    {
        Id = "simulated",
        MaxParallel = MaxParallel,
        Steps = Steps.Select((step, index) => Tables.Step(index, isAsync: true, step.Predecessors) with
        {
            OnFailure = step.Policy,
            Critical = step.Critical,
            Parameters = step.StopsAfter is null ? [] : [Tables.Token],
        }).ToEquatableArray(),
    };
}
