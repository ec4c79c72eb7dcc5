namespace PlanDsl.Tests;

public sealed class SimulationTests
{
    private const int Plans = 5_000;

    [Fact]
    public async Task The_engine_does_what_the_reference_does()
    {
        for (var seed = 0; seed < Plans; seed++)
        {
            var plan = new RandomPlan(seed, SimulatedFeatures.None).Make();
            var simulation = new Simulation(plan);

            var actual = await simulation.ExecuteAsync();
            var expected = new ReferenceRun(plan, simulation.Calls).Execute();

            Assert.True(expected == actual, $"Seed {seed}.\nexpected {expected}\nactual {actual}");
            Assert.True(actual.MostAtOnce <= (plan.MaxParallel ?? int.MaxValue), $"Seed {seed} exceeds its bound.");
            simulation.Events.AssertTellOf(await simulation.Run.Completion, $"seed {seed}");
        }
    }
}
