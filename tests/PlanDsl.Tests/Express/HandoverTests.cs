namespace PlanDsl.Tests;

/// <summary>Runs that were begun without a coordinator when one takes over.</summary>
public sealed class HandoverTests
{
    [Fact]
    public async Task Bodies_that_return_while_a_coordinator_takes_over_are_counted()
    {
        for (var round = 0; round < 5_000; round++)
        {
            var plan = new TestPlan();
            for (var step = 0; step < 16; step++)
            {
                var fails = step % 5 == 0;
                plan.Async($"s{step}", async _ =>
                {
                    await Task.Yield();
                    if (fails)
                        throw new InvalidOperationException("broken");
                }, onFailure: FailurePolicy.Continue);
            }

            Assert.Equal("results", await plan.RunAsync().Soon());
        }
    }
}
