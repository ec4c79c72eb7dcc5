namespace PlanDsl.Tests;

/// <summary>Bytes of the whole process, so that nothing else may run meanwhile.</summary>
[Collection(nameof(AllocationTests))]
public sealed class FanOutMemoryTests
{
    [Fact]
    public async Task A_million_elements_cost_no_memory_beyond_their_results()
    {
        const int count = 1_000_000;
        long greatest = 0;
        var before = GC.GetTotalMemory(forceFullCollection: true);
        static async IAsyncEnumerable<int> Source()
        {
            for (var i = 0; i < count; i++)
                yield return i;
        }

        var outcome = await new TestPlan { MaxParallel = 2 }.ForEach("a", static () => FanOut.Over<int, byte>(Source()), (fanOut, context) =>
        {
            if (context.ElementIndex % 100_000 == 0)
                greatest = Math.Max(greatest, GC.GetTotalMemory(forceFullCollection: true) - before);
            fanOut.SetResult(context, 1);
            return Task.CompletedTask;
        }).Start().Completion.Soon();

        // A byte for each result and one, twice while the table grows, for its status.
        Assert.Equal((RunStatus.Succeeded, count), (outcome.Status, outcome.Steps[0].Children.Count));
        Assert.InRange(greatest, 0, 16_000_000);
    }
}
