namespace PlanDsl.Tests;

/// <summary>What counts as a step where a plan bounds how many a run may have.</summary>
public sealed class StepLimitTests
{
    private static readonly Action Nothing = static () => { };

    [Theory]
    [InlineData(5, RunStatus.Succeeded, 3)]
    [InlineData(4, RunStatus.Failed, 2)]
    public async Task Elements_count(int maxSteps, RunStatus expected, int elements)
    {
        var outcome = await new TestPlan { MaxSteps = maxSteps }
            .Sync("before", Nothing)
            .ForEach("each", static () => FanOut.Over([1, 2, 3]), static (_, _) => Task.CompletedTask, after: ["before"])
            .Start().Completion.Soon();

        AssertLimited(expected, outcome);
        Assert.Equal(elements, outcome.Steps[1].Children.Count);
    }

    [Theory]
    [InlineData(4, RunStatus.Succeeded, 3)]
    [InlineData(3, RunStatus.Failed, 2)]
    public async Task Iterations_count(int maxSteps, RunStatus expected, int iterations)
    {
        var outcome = await new TestPlan { MaxSteps = maxSteps }
            .Async("improve", static _ => Task.CompletedTask).Until(static context => context.Iteration == 3, maxIterations: 5)
            .Start().Completion.Soon();

        AssertLimited(expected, outcome);
        Assert.Equal(iterations, outcome.Steps[0].Children.Count);
    }

    [Theory]
    [InlineData(5, RunStatus.Succeeded)]
    [InlineData(4, RunStatus.Failed)]
    public async Task What_is_within_a_sub_plan_counts_around_it_too(int maxSteps, RunStatus expected)
    {
        var inner = new TestPlan()
            .ForEach("each", static () => FanOut.Over([1, 2]), static (_, _) => Task.CompletedTask)
            .Async("improve", static _ => Task.CompletedTask, after: ["each"]);

        AssertLimited(expected, await new TestPlan { MaxSteps = maxSteps }.SubPlan("sub", inner).Start().Completion.Soon());
    }

    [Fact]
    public async Task A_source_without_end_is_not_taken_beyond_the_limit()
    {
        var taken = 0;
        var outcome = await new TestPlan { MaxSteps = 10 }
            .ForEach("each", () => FanOut.Over(Endless()), static (_, _) => Task.CompletedTask)
            .Start().Completion.Soon();

        AssertLimited(RunStatus.Failed, outcome);
        Assert.Equal("Plan 'test' would run 11 steps, and may run 10 at most (MaxSteps).", outcome.Error!.Message);
        Assert.Equal(10, taken);

        IEnumerable<int> Endless()
        {
            while (true)
                yield return taken++;
        }
    }

    private static void AssertLimited(RunStatus expected, PlanOutcome outcome)
    {
        Assert.Equal(expected, outcome.Status);
        Assert.Equal(expected is RunStatus.Failed ? FailureKind.Limit : null, outcome.Error?.Kind);
    }
}
