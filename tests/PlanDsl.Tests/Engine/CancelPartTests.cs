using PlanDsl.Testing.Internal;

namespace PlanDsl.Tests;

/// <summary>Cancelling what a step consists of, by its path.</summary>
public sealed class CancelPartTests
{
    private static readonly Action Nothing = static () => { };

    private readonly ManualTimeProvider _clock = new();
    private readonly EventRecorder _recorder = new();

    private PlanOptions Options => new() { TimeProvider = _clock, Observer = _recorder };

    [Theory]
    [InlineData(FailurePolicy.Continue, "each=Succeeded(each[0]=Succeeded each[1]=Cancelled) after=Succeeded", RunStatus.Succeeded)]
    [InlineData(FailurePolicy.SkipDependents, "each=Failed(each[0]=Succeeded each[1]=Cancelled) after=Skipped", RunStatus.Failed)]
    [InlineData(FailurePolicy.Abort, "each=Failed(each[0]=Cancelled each[1]=Cancelled) after=Cancelled", RunStatus.Failed)]
    public async Task An_element_ends_cancelled_and_that_is_a_failure_of_it(FailurePolicy policy, string expected, RunStatus status)
    {
        Gate[] gates = [new() { HeedsCancellation = true }, new() { HeedsCancellation = true }];
        var run = Elements(gates, policy).Sync("after", Nothing, after: ["each"]).Start(Options);
        await gates[0].Entered.Soon();
        await gates[1].Entered.Soon();

        run.CancelStep("each[1]");
        if (policy is not FailurePolicy.Abort)
        {
            await run.WhenStatus("each[1]", StepStatus.Cancelled);
            Assert.False(gates[0].Token.IsCancellationRequested);
            gates[0].Open();
        }

        var outcome = await EndAsync(run);
        Assert.Equal((expected, status), (outcome.Steps.Tree(), outcome.Status));
        Assert.Null(outcome.Steps[0].Children[1].Error);
        if (status is RunStatus.Failed)
            Assert.Equal((FailureKind.Cancelled, "each[1]", "Step 'each[1]' was cancelled by name."), (outcome.Error!.Kind, outcome.Error.StepId, outcome.Error.Message));
    }

    [Fact]
    public async Task An_element_that_waits_for_its_next_attempt_ends_at_once()
    {
        var run = new TestPlan()
            .ForEach("each", static () => FanOut.Over([1]), static (_, _) => throw new InvalidOperationException("broken"), onFailure: FailurePolicy.Continue)
            .Policy(static policy => policy with { Retries = 1, RetryDelay = TimeSpan.FromSeconds(1) })
            .Start(Options);
        await run.WhenStatus("each[0]", StepStatus.Waiting);

        run.CancelStep("each[0]");

        Assert.Equal("each=Succeeded(each[0]=Cancelled)", (await EndAsync(run)).Steps.Tree());
        Assert.False(_clock.AdvanceToNextTimer());
    }

    [Fact]
    public async Task An_iteration_that_is_cancelled_fails_its_loop()
    {
        var gate = new Gate { HeedsCancellation = true };
        var run = new TestPlan().Async("improve", gate).Until(static _ => true, maxIterations: 3).Start(Options);
        await gate.Entered.Soon();

        run.CancelStep("improve#1");
        var outcome = await EndAsync(run);

        Assert.Equal("improve=Failed(improve#1=Cancelled)", outcome.Steps.Tree());
        Assert.Equal((FailureKind.Cancelled, "improve#1"), (outcome.Error!.Kind, outcome.Error.StepId));
    }

    [Theory]
    [InlineData("each[0]", "each=Succeeded(each[0]=Cancelled(each[0]#1=Cancelled))")]
    [InlineData("each[0]#1", "each=Succeeded(each[0]=Failed(each[0]#1=Cancelled))")]
    public async Task An_element_that_is_a_loop_is_cancelled_as_a_whole_or_in_an_iteration(string path, string expected)
    {
        var gate = new Gate { HeedsCancellation = true };
        var run = Elements([gate], FailurePolicy.Continue).Until(static _ => true, maxIterations: 3).Start(Options);
        await gate.Entered.Soon();

        run.CancelStep(path);

        Assert.Equal(expected, (await EndAsync(run)).Steps.Tree());
    }

    [Theory]
    [InlineData("fast")]
    [InlineData("mirrors/fast")]
    public async Task A_member_is_cancelled_by_its_id_or_its_path(string path)
    {
        var (fast, slow) = (new Gate { HeedsCancellation = true }, new Gate());
        var run = new TestPlan().Async("fast", fast).Async("slow", slow).Group("mirrors", ParallelStrategy.BestEffort, ["fast", "slow"]).Start(Options);
        await fast.Entered.Soon();

        run.CancelStep(path);
        await run.WhenStatus("mirrors/fast", StepStatus.Cancelled);
        slow.Open();

        Assert.Equal("mirrors=Partial(fast=Cancelled slow=Succeeded)", (await EndAsync(run)).Steps.Tree());
    }

    [Fact]
    public async Task A_step_of_a_sub_plan_is_cancelled_under_its_own_policy()
    {
        Gate[] gates = [new() { HeedsCancellation = true }, new() { HeedsCancellation = true }];
        var inner = Elements([gates[0]], FailurePolicy.Continue).Async("fetch", gates[1], onFailure: FailurePolicy.Continue).Sync("after", Nothing, after: ["fetch"]);
        var run = new TestPlan().SubPlan("other", inner).Start(Options);
        await gates[0].Entered.Soon();
        await gates[1].Entered.Soon();

        run.CancelStep("other/fetch");
        await run.WhenStatus("other/after", StepStatus.Succeeded);
        run.CancelStep("other/each[0]");

        Assert.Equal(
            "other=Succeeded(each=Succeeded(each[0]=Cancelled) fetch=Cancelled after=Succeeded)",
            (await EndAsync(run)).Steps.Tree());
    }

    [Theory]
    [InlineData("each[0]")]
    [InlineData("sub")]
    [InlineData("sub/a")]
    [InlineData("sub/each[0]")]
    public async Task What_has_ended_is_left_as_it_is(string path)
    {
        var gate = new Gate();
        gate.Open();
        var last = new Gate();
        var run = Elements([gate], FailurePolicy.Abort)
            .SubPlan("sub", new TestPlan().Sync("a", Nothing).ForEach("each", static () => FanOut.Over([1]), static (_, _) => Task.CompletedTask), after: ["each"])
            .Async("last", last, after: ["sub"])
            .Start(Options);
        await last.Entered.Soon();

        run.CancelStep(path);
        last.Open();

        Assert.Equal(
            "each=Succeeded(each[0]=Succeeded) sub=Succeeded(a=Succeeded each=Succeeded(each[0]=Succeeded)) last=Succeeded",
            (await EndAsync(run)).Steps.Tree());
    }

    [Theory]
    [InlineData("eahc", "Plan 'test' has no step 'eahc'; did you mean 'each'? (Parameter 'path')")]
    [InlineData("eahc[0]", "Plan 'test' has no step 'eahc[0]' by now; did you mean 'each[0]'? (Parameter 'path')")]
    [InlineData("each[7]", "Plan 'test' has no step 'each[7]' by now. (Parameter 'path')")]
    [InlineData("each#1", "Plan 'test' has no step 'each#1' by now. (Parameter 'path')")]
    [InlineData("each[0", "Plan 'test' has no step 'each[0' by now. (Parameter 'path')")]
    [InlineData("each[99999999999]", "Plan 'test' has no step 'each[99999999999]' by now. (Parameter 'path')")]
    [InlineData("other/fecth", "Plan 'test' has no step 'other/fecth' by now; did you mean 'other/fetch'? (Parameter 'path')")]
    [InlineData("not_yet_started/fetch", "Plan 'test' has no step 'not_yet_started/fetch' by now. (Parameter 'path')")]
    public async Task A_path_that_leads_nowhere_is_refused_with_the_nearest(string path, string message)
    {
        var (gate, fetch) = (new Gate(), new Gate());
        var inner = new TestPlan().Async("fetch", fetch);
        var run = Elements([gate], FailurePolicy.Abort).SubPlan("other", inner).SubPlan("not_yet_started", inner, after: ["other"]).Start(Options);
        await gate.Entered.Soon();
        await fetch.Entered.Soon();

        Assert.Equal(message, Assert.Throws<ArgumentException>(() => run.CancelStep(path)).Message);

        run.Cancel();
        gate.Open();
        fetch.Open();
        await EndAsync(run);
    }

    private static TestPlan Elements(Gate[] gates, FailurePolicy policy) => new TestPlan().ForEach(
        "each", () => FanOut.Over(gates), static (gates, context) => gates.ElementOf(context).EnterAsync(context.CancellationToken), onFailure: policy);

    private async Task<PlanOutcome> EndAsync(PlanRun run)
    {
        var outcome = await run.Completion.Soon();
        await _recorder.Ended.Soon();
        _recorder.AssertTellOf(outcome, "cancelling parts");
        return outcome;
    }
}
