using PlanDsl.Model;

namespace PlanDsl.Tests;

/// <summary>A random plan, and when its run is asked to cancel.</summary>
/// <param name="Steps">The steps, each preceded by earlier ones only.</param>
/// <param name="MaxParallel">The bound on steps that run at once.</param>
/// <param name="Timeout">The bound on the run.</param>
/// <param name="CancelAt">When after its start the run is cancelled; null for never, zero for before it starts.</param>
internal sealed record SimulatedPlan(SimulatedStep[] Steps, int? MaxParallel, TimeSpan? Timeout, TimeSpan? CancelAt)
{
    private static readonly FailurePolicy[] Policies = Enum.GetValues<FailurePolicy>();

    public static SimulatedPlan Random(int seed)
    {
        var random = new Random(seed);
        var density = random.NextDouble() * 0.4;
        var failures = random.NextDouble() * 0.3;
        var governed = random.Next(3) == 0 ? 0 : random.NextDouble();
        TimeSpan? timeout = random.Next(4) == 0 ? TimeSpan.FromSeconds(random.Next(4, 30)) : null;
        var steps = new SimulatedStep[random.Next(1, 41)];
        for (var step = 0; step < steps.Length; step++)
        {
            steps[step] = new(
                [.. Enumerable.Range(0, step).Where(_ => random.NextDouble() < density)],
                Policies[random.Next(Policies.Length)],
                random.Next(3) switch { 0 => true, 1 => false, _ => null },
                [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Attempt(random, failures))],
                random.Next(2) == 0 ? null : TimeSpan.FromTicks(step + 1),
                random.NextDouble() < governed ? Policy(random, timeout) : null);
        }

        return new(
            steps,
            random.Next(2) == 0 ? null : random.Next(1, 6),
            timeout,
            random.Next(3) != 0 ? null : TimeSpan.FromSeconds(random.Next(25) / 2.0));
    }

    public PlanModel ToModel() => new()
    {
        Id = "simulated",
        MaxParallel = MaxParallel,
        Timeout = Tables.Duration(Timeout),
        Steps = Steps.Select((step, index) => Tables.Step(index, isAsync: true, step.Predecessors).With(step.Governed) with
        {
            OnFailure = step.Policy,
            Critical = step.Critical,
            Parameters = step.Governed is not null ? [Tables.Context] : step.StopsAfter is null ? [] : [Tables.Token],
        }).ToEquatableArray(),
    };

    private static SimulatedAttempt Attempt(Random random, double failures) => new(
        TimeSpan.FromSeconds(random.Next(6)),
        random.NextDouble() >= failures ? Ending.Returns : random.Next(4) == 0 ? Ending.ThrowsCanceled : Ending.Throws);

    // Bounds in whole seconds, so that many are reached at the same moment as others.
    private static StepPolicy Policy(Random random, TimeSpan? ofPlan)
    {
        TimeSpan? Bound(int least, int most) =>
            random.Next(2) == 0 ? null : TimeSpan.FromSeconds(Math.Min(random.Next(least, most), ofPlan?.TotalSeconds ?? most));

        var timeout = Bound(1, 5);
        var total = Bound(5, 12);
        var retries = random.Next(4);
        return new()
        {
            Timeout = timeout,
            TotalTimeout = timeout > total ? null : total,
            Retries = retries,
            RetryDelay = retries == 0 || random.Next(3) == 0 ? null : TimeSpan.FromSeconds(random.Next(1, 4)),
        };
    }
}
