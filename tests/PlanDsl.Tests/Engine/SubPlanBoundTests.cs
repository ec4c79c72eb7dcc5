namespace PlanDsl.Tests;

/// <summary>How many bodies execute at once where plans run plans.</summary>
public sealed class SubPlanBoundTests
{
    private readonly Lock _gate = new();
    private int _executing;
    private int _most;

    [Theory]
    [InlineData(1, 8)]
    [InlineData(2, 8)]
    [InlineData(8, 1)]
    [InlineData(8, 2)]
    [InlineData(3, 3)]
    public async Task Both_the_bound_of_a_sub_plan_and_that_of_the_plan_around_it_hold(int outer, int inner)
    {
        var outcome = await new TestPlan { MaxParallel = outer }
            .SubPlan("sub", Steps(inner))
            .Start().Completion.Soon();

        Assert.True(outcome.Succeeded);
        Assert.InRange(_most, 1, Math.Min(outer, inner));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Sub_plans_side_by_side_share_the_pool_of_the_plan_around_them(int outer)
    {
        var outcome = await new TestPlan { MaxParallel = outer }
            .SubPlan("a", Steps(4)).SubPlan("b", Steps(4)).Async("c", ExecuteAsync)
            .SubPlan("nested", new TestPlan().SubPlan("deep", Steps(4)).Async("d", ExecuteAsync))
            .Start().Completion.Soon();

        Assert.True(outcome.Succeeded);
        Assert.InRange(_most, 1, outer);
    }

    [Fact]
    public async Task Elements_in_a_sub_plan_are_bound_by_the_plan_around_it()
    {
        var inner = new TestPlan { MaxParallel = 8 }
            .ForEach("each", static () => FanOut.Over(Enumerable.Range(0, 50)), (_, context) => ExecuteAsync(context.CancellationToken)).AtOnce(4)
            .Async("beside", ExecuteAsync);

        var outcome = await new TestPlan { MaxParallel = 2 }.SubPlan("sub", inner).Async("around", ExecuteAsync).Start().Completion.Soon();

        Assert.True(outcome.Succeeded);
        Assert.InRange(_most, 1, 2);
    }

    [Fact]
    public async Task A_group_that_runs_one_member_at_a_time_runs_one_sub_plan_at_a_time()
    {
        var (x, y) = (new Gate(), new Gate());
        var run = new TestPlan()
            .SubPlan("a", new TestPlan().Async("x", x)).SubPlan("b", new TestPlan().Async("y", y))
            .Group("both", ParallelStrategy.All, ["a", "b"]).AtOnce(1)
            .Start();
        await x.Entered.Soon();

        Assert.False(y.IsEntered);
        x.Open();
        await y.Entered.Soon();
        y.Open();

        Assert.True((await run.Completion.Soon()).Succeeded);
    }

    private TestPlan Steps(int maxParallel)
    {
        var plan = new TestPlan { MaxParallel = maxParallel };
        for (var step = 0; step < 20; step++)
            plan.Async($"s{step}", ExecuteAsync);
        return plan;
    }

    private async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
            _most = Math.Max(_most, ++_executing);
        await Task.Yield();
        lock (_gate)
            _executing--;
    }
}
