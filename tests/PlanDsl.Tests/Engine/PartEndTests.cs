using PlanDsl.Testing.Internal;

namespace PlanDsl.Tests;

/// <summary>The end of a part that is the end of its whole, and of the run.</summary>
public sealed class PartEndTests
{
    [Theory]
    [InlineData("loop that fails", "s=Failed(s#1=Failed) w=Succeeded next=Cancelled")]
    [InlineData("loop that runs out", "s=Failed(s#1=Succeeded) w=Succeeded next=Cancelled")]
    [InlineData("fan-out", "s=Failed(s[0]=Failed) w=Succeeded next=Cancelled")]
    [InlineData("fan-out of loops", "s=Failed(s[0]=Failed(s[0]#1=Failed)) w=Succeeded next=Cancelled")]
    [InlineData("group", "g=Failed(s=Failed) w=Succeeded next=Cancelled")]
    public async Task Where_it_fails_the_run_nothing_starts_in_its_place(string whole, string expected)
    {
        var gate = new Gate();
        var run = Plan(whole, gate.EnterAsync).Start();
        await gate.Entered.Soon();
        run.Signal("w");
        await run.WhenStatus("w", StepStatus.Succeeded);
        if (whole == "loop that runs out")
            gate.Open();
        else
            gate.Fail(new InvalidOperationException("broken"));

        var outcome = await run.Completion.Soon();
        Assert.Equal(expected, outcome.Steps.Tree());
    }

    private static TestPlan Plan(string whole, Func<CancellationToken, Task> body)
    {
        var plan = new TestPlan { MaxParallel = 1 };
        plan = whole is "loop that fails" or "loop that runs out" or "group"
            ? plan.Async("s", body)
            : plan.ForEach("s", static () => FanOut.Over<int>([1]), (_, context) => body(context.CancellationToken));
        if (whole.Contains("loop", StringComparison.Ordinal))
            plan.Until(static _ => false, maxIterations: 1);
        plan.Wait("w").Async("next", static _ => Task.CompletedTask, after: ["w"]);
        return whole == "group" ? plan.Group("g", ParallelStrategy.All, ["s"]) : plan;
    }

    [Fact]
    public async Task An_iteration_that_is_abandoned_when_its_time_is_up_fails_the_loop()
    {
        var clock = new ManualTimeProvider();
        var deaf = new Gate();
        var run = new TestPlan().Governed("s", context => deaf.EnterAsync(context.CancellationToken), new() { Timeout = TimeSpan.FromSeconds(5) })
            .Until(static _ => true, maxIterations: 1)
            .Start(new() { TimeProvider = clock, CancelGrace = TimeSpan.FromSeconds(7) });
        await deaf.Entered.Soon();
        clock.Advance(TimeSpan.FromSeconds(12));

        var outcome = await run.Completion.Soon();
        Assert.Equal("s=Failed(s#1=Failed)", outcome.Steps.Tree());
        Assert.Equal((FailureKind.Timeout, "s#1"), (outcome.Error!.Kind, outcome.Error.StepId));
    }

    [Fact]
    public async Task A_loop_in_an_element_that_stands_in_line_ends_with_a_fan_out_that_is_cancelled_by_name()
    {
        var (first, second) = (new Gate(), new Gate());
        var run = new TestPlan { MaxParallel = 1 }
            .ForEach("s", static () => FanOut.Over<int>([0, 1]), (_, context) => (context.ElementIndex == 0 ? first : second).EnterAsync(context.CancellationToken))
            .Until(static _ => false, maxIterations: 2)
            .Start();
        await first.Entered.Soon();
        first.Open();

        // The first loop stands in line again, behind the second.
        await second.Entered.Soon();
        run.CancelStep("s");
        second.Open();

        Assert.Equal("s=Cancelled(s[0]=Cancelled(s[0]#1=Succeeded) s[1]=Cancelled(s[1]#1=Succeeded))", (await run.Completion.Soon()).Steps.Tree());
    }
}
