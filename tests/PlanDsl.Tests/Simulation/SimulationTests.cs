using System.Collections.Concurrent;

namespace PlanDsl.Tests;

/// <summary>Random plans, on the engine and in the reference.</summary>
public sealed class SimulationTests
{
    private const SimulatedFeatures Features = SimulatedFeatures.Conditions | SimulatedFeatures.RunWhen | SimulatedFeatures.StepCancellations
        | SimulatedFeatures.Fallbacks | SimulatedFeatures.Compensations | SimulatedFeatures.Loops;

    private const int Plans = 100_000;

    // More of them say no more.
    private const int Told = 5;

    [Fact]
    public Task The_engine_does_what_the_reference_does() => AgreeAsync(Plans, Features);

    private static async Task AgreeAsync(int plans, SimulatedFeatures features)
    {
        var disagreements = new ConcurrentQueue<string>();
        await Parallel.ForEachAsync(Enumerable.Range(0, plans), CancellationToken.None, async (seed, _) =>
        {
            var plan = new RandomPlan(seed, features).Make();
            if (disagreements.Count < Told && await DisagreementAsync(plan).ConfigureAwait(false) is not null)
                disagreements.Enqueue($"Seed {seed}, made smaller:\n{await ShrunkAsync(plan).ConfigureAwait(false)}");
        });

        Assert.True(disagreements.IsEmpty, string.Join("\n\n", disagreements));
    }

    private static async Task<string> ShrunkAsync(SimulatedPlan plan)
    {
        var shrunk = await PlanShrinker.ShrinkAsync(plan, static async smaller => await DisagreementAsync(smaller).ConfigureAwait(false) is not null).ConfigureAwait(false);
        return $"{PlanText.Of(shrunk)}\n{await DisagreementAsync(shrunk).ConfigureAwait(false)}";
    }

    private static async Task<string?> DisagreementAsync(SimulatedPlan plan)
    {
        try
        {
            var simulation = new Simulation(plan);
            var actual = await simulation.ExecuteAsync().ConfigureAwait(false);
            var expected = new ReferenceRun(plan, simulation.Calls).Execute();
            simulation.Events.AssertTellOf(await simulation.Run.Completion.ConfigureAwait(false), "this plan");
            return expected == actual ? null : $"expected {expected}\nactual {actual}";
        }
        catch (Xunit.Sdk.XunitException violation)
        {
            return violation.Message;
        }
    }
}
