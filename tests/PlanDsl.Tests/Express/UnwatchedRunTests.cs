namespace PlanDsl.Tests;

/// <summary>Random plans that nobody watches, on as many threads as there are.</summary>
[Collection(nameof(AllocationTests))]
public sealed class UnwatchedRunTests
{
    private const int Plans = 4_000;

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    [InlineData(true, true, true)]
    public Task It_runs_each_step_once_and_ends_as_with_a_coordinator(bool isFused, bool isSync, bool waits = false) =>
        Parallel.ForEachAsync(Enumerable.Range(0, Plans), CancellationToken.None, async (seed, _) =>
        {
            var plan = new UnwatchedPlan(seed, isFused, isSync, waits);
            var what = $"Seed {seed}{(isFused ? ", fused" : "")}{(isSync ? ", sync" : "")}{(waits ? ", though bodies wait" : "")}";
            var run = new UnwatchedRun(plan);
            var actual = await run.ExecuteAsync().ConfigureAwait(false);
            run.AssertHolds(what);
            if (plan.IsDetermined)
                Assert.Equal($"{what}: {await CoordinatedAsync(plan).ConfigureAwait(false)}", $"{what}: {actual}");
        });

    private static async Task<string> CoordinatedAsync(UnwatchedPlan plan)
    {
        var run = PlanEngine.Start(new DelegateProgram(plan.Table, (step, _) => plan.Steps[step].Fails ? throw new InvalidOperationException("broken") : default));
        var outcome = await run.Completion.Soon().ConfigureAwait(false);
        return $"{outcome.Status}: {string.Join(' ', outcome.Steps.Select(static step => step.Status))}";
    }
}
