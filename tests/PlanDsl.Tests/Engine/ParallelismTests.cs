namespace PlanDsl.Tests;

public sealed class ParallelismTests
{
    [Theory]
    [InlineData(1, null, 1)]
    [InlineData(3, null, 3)]
    [InlineData(null, 2, 2)]
    [InlineData(3, 2, 2)]
    [InlineData(2, 3, 2)]
    [InlineData(null, null, 6)]
    public async Task No_more_steps_than_the_bound_run_at_once_and_no_fewer(int? ofPlan, int? ofOptions, int expected)
    {
        var gates = Enumerable.Range(0, 6).Select(static _ => new Gate()).ToArray();
        var plan = new TestPlan { MaxParallel = ofPlan };
        for (var i = 0; i < gates.Length; i++)
            plan.Async($"s{i}", gates[i]);

        var run = plan.Start(new() { MaxParallel = ofOptions });

        for (var next = expected; next < gates.Length; next++)
        {
            Assert.Equal(next, gates.Count(static gate => gate.IsEntered));
            gates[next - expected].Open();
            await gates[next].Entered.Soon();
        }

        Assert.Equal(gates.Length, gates.Count(static gate => gate.IsEntered));
        foreach (var gate in gates)
            gate.Open();
        Assert.Equal(RunStatus.Succeeded, (await run.Completion.Soon()).Status);
    }

    [Fact]
    public async Task Synchronous_steps_that_are_ready_together_run_on_several_threads()
    {
        using var meeting = new Barrier(2);
        void Meet() => Assert.True(meeting.SignalAndWait(TimeSpan.FromSeconds(60)));

        var outcome = await new TestPlan().Sync("a", Meet).Sync("b", Meet).Start().Completion.Soon();

        Assert.Equal(RunStatus.Succeeded, outcome.Status);
    }

    [Fact]
    public async Task Synchronous_successors_that_become_ready_together_run_on_several_threads()
    {
        using var meeting = new Barrier(3);
        void Meet() => Assert.True(meeting.SignalAndWait(TimeSpan.FromSeconds(60)));
        var plan = new TestPlan().Sync("first", static () => { });
        foreach (var id in (string[])["a", "b", "c"])
            plan.Sync(id, Meet, after: ["first"]);

        var run = Task.Run(() => plan.RunAsync());

        Assert.Equal("results", await run.Soon());
    }

    [Fact]
    public async Task A_synchronous_step_does_not_wait_for_an_asynchronous_one()
    {
        var gate = new Gate();
        var plan = new TestPlan().Async("async", gate).Sync("sync", gate.Open);

        Assert.Equal(RunStatus.Succeeded, (await plan.Start().Completion.Soon()).Status);
    }
}
