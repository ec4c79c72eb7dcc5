using System.Collections.Concurrent;

namespace PlanDsl.Tests;

/// <summary>Random plans, on the engine and in the reference.</summary>
public sealed class SimulationTests
{
    private const SimulatedFeatures Features = SimulatedFeatures.Conditions | SimulatedFeatures.RunWhen | SimulatedFeatures.StepCancellations
        | SimulatedFeatures.Fallbacks | SimulatedFeatures.Compensations | SimulatedFeatures.Groups
        | SimulatedFeatures.FanOuts | SimulatedFeatures.Loops;

    private const int Plans = 100_000;

    private const int ExpressPlans = 5_000;

    // More of them say no more.
    private const int Told = 5;

    [Fact]
    public Task The_engine_does_what_the_reference_does() => AgreeAsync(Plans, Features);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task Without_a_coordinator_a_run_is_the_same(bool isFused) => AgreeAsync(
        ExpressPlans,
        static seed => Express(new RandomPlan(seed, SimulatedFeatures.None).Make(), static _ => null),
        plan => ExpressDisagreementAsync(plan, isFused));

    [Fact]
    public Task Without_a_coordinator_until_a_step_fails_or_its_time_is_up_a_run_is_the_same() => AgreeAsync(
        ExpressPlans,
        static seed => Express(new RandomPlan(seed, SimulatedFeatures.None).Make(), Bounds),
        plan => ExpressDisagreementAsync(plan, isFused: false));

    // What keeps it from running without a coordinator taken away, but for what is left of the policies of steps. A run that is waited
    // for by its results alone has no say in how long bodies are waited for that do not stop.
    private static SimulatedPlan Express(SimulatedPlan plan, Func<StepPolicy?, StepPolicy?> policyOf) => plan with
    {
        Timeout = null,
        CancelAt = plan.CancelAt == TimeSpan.Zero ? TimeSpan.FromTicks(1) : plan.CancelAt,
        Steps = [.. plan.Steps.Select((step, index) => step with { Governed = policyOf(step.Governed), IsSync = index % 3 == 0, Attempts = [.. step.Attempts.Select(Short)] })],
    };

    private static StepPolicy? Bounds(StepPolicy? policy) => policy is { Timeout: not null } or { Retries: > 0 } ? policy with { TotalTimeout = null } : null;

    private static SimulatedAttempt Short(SimulatedAttempt attempt) => attempt with { Duration = new(attempt.Duration.Ticks % TimeSpan.FromSeconds(8).Ticks) };

    private static async Task<string?> ExpressDisagreementAsync(SimulatedPlan plan, bool isFused)
    {
        var simulation = new ExpressSimulation(plan, isFused);
        var actual = await simulation.ExecuteAsync().ConfigureAwait(false);
        var expected = new ReferenceRun(plan, EngineChoices.Of(simulation.Calls, [])).Execute();
        if (actual.Ends.Length == 0)
            expected = expected with { Ends = "" };
        return expected == actual ? null : $"expected {expected}\nactual {actual}";
    }

    private static Task AgreeAsync(int plans, SimulatedFeatures features) =>
        AgreeAsync(plans, seed => new RandomPlan(seed, features).Make(), DisagreementAsync);

    private static async Task AgreeAsync(int plans, Func<int, SimulatedPlan> make, Func<SimulatedPlan, Task<string?>> disagreementAsync)
    {
        var disagreements = new ConcurrentQueue<string>();
        await Parallel.ForEachAsync(Enumerable.Range(0, plans), CancellationToken.None, async (seed, _) =>
        {
            var plan = make(seed);
            if (disagreements.Count < Told && await disagreementAsync(plan).ConfigureAwait(false) is not null)
                disagreements.Enqueue($"Seed {seed}, made smaller:\n{await ShrunkAsync(plan, disagreementAsync).ConfigureAwait(false)}");
        });

        Assert.True(disagreements.IsEmpty, string.Join("\n\n", disagreements));
    }

    private static async Task<string> ShrunkAsync(SimulatedPlan plan, Func<SimulatedPlan, Task<string?>> disagreementAsync)
    {
        var shrunk = await PlanShrinker.ShrinkAsync(plan, async smaller => await disagreementAsync(smaller).ConfigureAwait(false) is not null).ConfigureAwait(false);
        return $"{PlanText.Of(shrunk)}\n{await disagreementAsync(shrunk).ConfigureAwait(false)}";
    }

    private static async Task<string?> DisagreementAsync(SimulatedPlan plan)
    {
        try
        {
            var simulation = new Simulation(plan);
            var actual = await simulation.ExecuteAsync().ConfigureAwait(false);
            var expected = new ReferenceRun(plan, EngineChoices.Of(simulation.Calls, simulation.Events.Events)).Execute();
            simulation.Events.AssertTellOf(await simulation.Run.Completion.ConfigureAwait(false), "this plan");
            return expected == actual ? null : $"expected {expected}\nactual {actual}";
        }
        catch (Xunit.Sdk.XunitException violation)
        {
            return violation.Message;
        }
    }
}
