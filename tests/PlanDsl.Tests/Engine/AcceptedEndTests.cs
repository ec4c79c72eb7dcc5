using PlanDsl.Testing.Internal;

namespace PlanDsl.Tests;

public sealed class AcceptedEndTests
{
    [Fact]
    public async Task A_success_that_is_not_accepted_is_a_failure_of_kind_transition()
    {
        var calls = 0;
        var outcome = await new TestPlan()
            .Sync("a", () => calls++).Policy(static policy => policy with { Accepted = StepEnds.Failure, Retries = 3 }).Fallback(static _ => throw new InvalidOperationException("It is called."))
            .Start().Completion.Soon();

        Assert.Equal((RunStatus.Failed, FailureKind.Transition, 1), (outcome.Status, outcome.Error!.Kind, calls));
        Assert.Contains("step_succeeded", outcome.Error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(StepEnds.Success, FailureKind.Transition)]
    [InlineData(StepEnds.Success | StepEnds.Timeout, FailureKind.Transition)]
    [InlineData(StepEnds.Failure, FailureKind.Exception)]
    internal async Task A_failure_that_is_not_accepted_is_one_of_another_kind(StepEnds accepted, FailureKind kind)
    {
        var outcome = await new TestPlan()
            .Sync("a", static () => throw new InvalidOperationException("broken")).Policy(policy => policy with { Accepted = accepted })
            .Start().Completion.Soon();

        Assert.Equal(kind, outcome.Error!.Kind);
        Assert.StartsWith("broken", outcome.Error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(StepEnds.Success, FailureKind.Transition)]
    [InlineData(StepEnds.Timeout, FailureKind.Timeout)]
    [InlineData(StepEnds.Failure, FailureKind.Timeout)]
    internal async Task A_timeout_is_a_failure_too(StepEnds accepted, FailureKind kind)
    {
        var time = new ManualTimeProvider();
        var gate = new Gate { HeedsCancellation = true };
        var run = new TestPlan()
            .Async("a", gate).Policy(policy => policy with { Accepted = accepted, Timeout = TimeSpan.FromSeconds(1) })
            .Start(new() { TimeProvider = time });
        await gate.Entered.Soon();
        time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(kind, (await run.Completion.Soon()).Error!.Kind);
    }

    [Fact]
    public async Task A_step_that_was_cancelled_is_cancelled_whatever_is_accepted()
    {
        var gate = new Gate { HeedsCancellation = true };
        var run = new TestPlan().Async("a", gate).Policy(static policy => policy with { Accepted = StepEnds.None }).Start();
        await gate.Entered.Soon();
        run.Cancel();

        Assert.Equal("a=Cancelled", (await run.Completion.Soon()).Statuses());
    }
}
