namespace PlanDsl.Tests;

/// <summary>Random plans on as many threads as there are, with bodies that really yield. What happens when differs from
/// run to run; what must always hold does not.</summary>
public sealed class StressTests
{
    private const int Plans = 1_000;

    [Fact]
    public async Task What_must_hold_on_one_thread_holds_on_many()
    {
        for (var seed = 0; seed < Plans; seed++)
            await new StressRun(new RandomPlan(seed, SimulatedFeatures.None).Make(), seed).ExecuteAsync();
    }
}
