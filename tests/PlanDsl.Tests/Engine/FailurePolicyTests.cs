namespace PlanDsl.Tests;

public sealed class FailurePolicyTests
{
    private static readonly Action Nothing = static () => { };
    private static readonly Action Fails = static () => throw new InvalidOperationException("broken");

    [Fact]
    public async Task Abort_cancels_what_executes_and_what_is_pending()
    {
        var running = new Gate { HeedsCancellation = true };
        var plan = new TestPlan()
            .Async("running", running)
            .Async("fails", async _ =>
            {
                await running.Entered;
                throw new InvalidOperationException("broken");
            })
            .Sync("after", Nothing, after: ["fails"])
            .Sync("elsewhere", Nothing, after: ["running"]);

        var outcome = await plan.Start().Completion.Soon();

        Assert.Equal("running=Cancelled fails=Failed after=Cancelled elsewhere=Cancelled", outcome.Statuses());
        Assert.Equal(RunStatus.Failed, outcome.Status);
        Assert.Equal("fails", outcome.Error?.StepId);
    }

    [Fact]
    public async Task Skip_dependents_skips_all_that_depend_on_it_and_lets_the_rest_go_on()
    {
        var plan = new TestPlan()
            .Sync("fails", Fails, onFailure: FailurePolicy.SkipDependents)
            .Sync("direct", Nothing, after: ["fails"])
            .Sync("indirect", Nothing, after: ["direct"])
            .Sync("other", Nothing)
            .Sync("other_too", Nothing, after: ["other"]);

        var outcome = await plan.Start().Completion.Soon();

        Assert.Equal("fails=Failed direct=Skipped indirect=Skipped other=Succeeded other_too=Succeeded", outcome.Statuses());
        Assert.Equal(RunStatus.Failed, outcome.Status);
        Assert.Equal(SkipCause.Dependency, outcome.Steps[2].SkipCause);
        Assert.Null(outcome.Steps[0].SkipCause);
    }

    [Fact]
    public async Task Continue_lets_dependents_run_and_the_run_succeed()
    {
        var plan = new TestPlan()
            .Sync("fails", Fails, onFailure: FailurePolicy.Continue)
            .Sync("after", Nothing, after: ["fails"]);

        var outcome = await plan.Start().Completion.Soon();

        Assert.Equal("fails=Failed after=Succeeded", outcome.Statuses());
        Assert.Equal(RunStatus.Succeeded, outcome.Status);
        Assert.Null(outcome.Error);
        Assert.Equal(["fails"], outcome.Failures.Select(static step => step.Id));
    }

    [Theory]
    [InlineData(FailurePolicy.Continue, true, "fails=Failed after=Succeeded", RunStatus.Failed)]
    [InlineData(FailurePolicy.SkipDependents, false, "fails=Failed after=Skipped", RunStatus.Succeeded)]
    [InlineData(null, false, "fails=Failed after=Succeeded", RunStatus.Succeeded)]
    public async Task Critical_says_whether_a_failure_fails_the_run(FailurePolicy? policy, bool critical, string statuses, RunStatus status)
    {
        var plan = new TestPlan()
            .Sync("fails", Fails, onFailure: policy, critical: critical)
            .Sync("after", Nothing, after: ["fails"]);

        var outcome = await plan.Start().Completion.Soon();

        Assert.Equal(statuses, outcome.Statuses());
        Assert.Equal(status, outcome.Status);
    }

    [Fact]
    public async Task Skip_beats_satisfied()
    {
        var plan = new TestPlan()
            .Sync("fails", Fails, onFailure: FailurePolicy.SkipDependents, critical: false)
            .Sync("succeeds", Nothing)
            .Sync("join", Nothing, after: ["fails", "succeeds"]);

        var outcome = await plan.Start().Completion.Soon();

        Assert.Equal("fails=Failed succeeds=Succeeded join=Skipped", outcome.Statuses());
        Assert.Equal(RunStatus.Succeeded, outcome.Status);
    }

    [Fact]
    public async Task Abort_beats_skip()
    {
        var last = new Gate();
        var plan = new TestPlan()
            .Sync("skips", Fails, onFailure: FailurePolicy.SkipDependents)
            .Async("aborts", last)
            .Sync("join", Nothing, after: ["skips", "aborts"]);
        var run = plan.Start();
        await run.WhenStatus("skips", StepStatus.Failed);
        last.Fail(new InvalidOperationException("late"));

        var outcome = await run.Completion.Soon();

        Assert.Equal(StepStatus.Cancelled, outcome.Steps[2].Status);
        Assert.Equal("aborts", outcome.Error?.StepId);
    }

    [Fact]
    public async Task The_first_aborting_failure_is_the_error_and_later_ones_are_listed()
    {
        var first = new Gate();
        var second = new Gate();
        var plan = new TestPlan().Async("a", first).Async("b", second).Async("c", static _ => Task.CompletedTask);
        var run = plan.Start();
        second.Fail(new InvalidOperationException("first in time"));
        await run.WhenStatus("b", StepStatus.Failed);
        first.Fail(new InvalidOperationException("second in time"));

        var outcome = await run.Completion.Soon();

        Assert.Equal(new StepError(FailureKind.Exception, "first in time", outcome.Error!.Exception) { StepId = "b" }, outcome.Error);
        Assert.Equal(["a", "b"], outcome.Failures.Select(static step => step.Id));
        Assert.Equal("second in time", outcome.Failures[0].Error?.Message);
    }

    [Fact]
    public async Task An_aborting_failure_takes_the_place_of_an_earlier_one_that_did_not_abort()
    {
        var plan = new TestPlan()
            .Sync("tolerated", Fails, onFailure: FailurePolicy.Continue, critical: true)
            .Sync("aborts", Fails, after: ["tolerated"]);

        var outcome = await plan.Start().Completion.Soon();

        Assert.Equal("aborts", outcome.Error?.StepId);
    }

    [Fact]
    public async Task RunAsync_throws_an_exception_that_carries_the_outcome()
    {
        var plan = new TestPlan().Sync("fine", Nothing).Sync("fails", Fails, after: ["fine"]).Sync("after", Nothing, after: ["fails"]);

        var thrown = await Assert.ThrowsAsync<PlanFailedException>(() => plan.RunAsync().Soon());

        Assert.Equal("Plan 'test' failed in step 'fails': broken", thrown.Message);
        Assert.Equal("broken", Assert.IsType<InvalidOperationException>(thrown.InnerException).Message);
        Assert.Equal("fine=Succeeded fails=Failed after=Cancelled", thrown.Outcome.Statuses());
    }

    [Fact]
    public async Task A_long_chain_is_skipped_without_recursion()
    {
        const int length = 100_000;
        var steps = Enumerable.Range(0, length).Select(static step => Tables.Step(step, isAsync: false, step == 0 ? [] : [step - 1])).ToArray();
        steps[0] = steps[0] with { OnFailure = FailurePolicy.SkipDependents, Critical = false };

        var outcome = await PlanEngine.Start(new DelegateProgram(Tables.Of(steps), static (_, _) => throw new InvalidOperationException())).Completion.Soon();

        Assert.Equal(RunStatus.Succeeded, outcome.Status);
        Assert.Equal(length - 1, outcome.Steps.Count(static step => step.Status is StepStatus.Skipped));
    }
}
