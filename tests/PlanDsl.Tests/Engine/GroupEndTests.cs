namespace PlanDsl.Tests;

/// <summary>Members of groups that end before the group has started, or without it ever starting.</summary>
public sealed class GroupEndTests
{
    private readonly EventRecorder _recorder = new();

    private PlanOptions Options => new() { Observer = _recorder };

    [Fact]
    public async Task The_members_of_a_group_whose_condition_does_not_hold_end_cancelled()
    {
        var plan = new TestPlan().Async("a", Never).Async("b", Never)
            .Async("after", static _ => Task.CompletedTask, after: ["g"])
            .Group("g", ParallelStrategy.All, ["a", "b"]).When(static () => false);

        await AssertEnds(plan.Start(Options), "g=Skipped(a=Cancelled b=Cancelled) after=Succeeded", RunStatus.Succeeded);
    }

    [Fact]
    public async Task The_members_of_a_group_whose_condition_throws_end_cancelled()
    {
        var plan = new TestPlan().Async("a", Never)
            .Group("g", ParallelStrategy.All, ["a"], onFailure: FailurePolicy.Continue).When(static () => throw new InvalidOperationException("no answer"));

        await AssertEnds(plan.Start(Options), "g=Failed(a=Cancelled)", RunStatus.Succeeded);
    }

    [Fact]
    public async Task The_members_of_a_group_that_is_skipped_end_cancelled()
    {
        var plan = new TestPlan().Async("first", static _ => throw new InvalidOperationException("broken"), onFailure: FailurePolicy.SkipDependents)
            .Async("a", Never).Async("b", Never).Async("after", Never, after: ["g"])
            .Group("g", ParallelStrategy.Any, ["a", "b"], after: ["first"]);

        await AssertEnds(plan.Start(Options), "first=Failed g=Skipped(a=Cancelled b=Cancelled) after=Skipped", RunStatus.Failed, "first");
    }

    [Fact]
    public async Task The_members_of_a_group_that_runs_only_after_failures_end_cancelled_without_one()
    {
        var plan = new TestPlan().Async("first", static _ => Task.CompletedTask).Async("a", Never)
            .Group("g", ParallelStrategy.All, ["a"], after: ["first"]).RunWhen(RunWhen.Failure);

        await AssertEnds(plan.Start(Options), "first=Succeeded g=Skipped(a=Cancelled)", RunStatus.Succeeded);
    }

    [Fact]
    public async Task The_members_of_a_pending_group_that_is_cancelled_by_name_end_cancelled()
    {
        var first = new Gate();
        var run = new TestPlan().Async("first", first).Async("a", Never)
            .Group("g", ParallelStrategy.All, ["a"], after: ["first"], onFailure: FailurePolicy.Continue).Start(Options);
        run.CancelStep("g");
        first.Open();

        await AssertEnds(run, "first=Succeeded g=Cancelled(a=Cancelled)", RunStatus.Succeeded);
    }

    [Theory]
    [InlineData(ParallelStrategy.Any, "first=Succeeded g=Succeeded(a=Cancelled b=Succeeded)", RunStatus.Succeeded, null)]
    [InlineData(ParallelStrategy.FailFast, "first=Succeeded g=Failed(a=Cancelled b=Cancelled)", RunStatus.Failed, "g/a")]
    [InlineData(ParallelStrategy.All, "first=Succeeded g=Partial(a=Cancelled b=Succeeded)", RunStatus.Failed, "g/a")]
    public async Task A_member_cancelled_by_name_before_its_group_starts_counts_as_failed(
        ParallelStrategy strategy, string expected, RunStatus status, string? culprit)
    {
        var first = new Gate();
        var run = new TestPlan().Async("first", first).Async("a", Never).Async("b", static _ => Task.CompletedTask)
            .Group("g", strategy, ["a", "b"], after: ["first"]).Start(Options);
        run.CancelStep("a");
        first.Open();

        await AssertEnds(run, expected, status, culprit);
    }

    [Fact]
    public async Task A_group_that_runs_always_runs_its_members_also_after_an_abort()
    {
        var plan = new TestPlan().Async("first", static _ => throw new InvalidOperationException("broken")).Async("a", static _ => Task.CompletedTask)
            .Group("g", ParallelStrategy.All, ["a"], after: ["first"]).RunWhen(RunWhen.Always);

        await AssertEnds(plan.Start(Options), "first=Failed g=Succeeded(a=Succeeded)", RunStatus.Failed, "first");
    }

    private static Task Never(CancellationToken cancellationToken) => throw new InvalidOperationException("never called");

    private async Task AssertEnds(PlanRun run, string expected, RunStatus status, string? culprit = null)
    {
        var outcome = await run.Completion.Soon();
        await _recorder.Ended.Soon();
        Assert.Equal(expected, outcome.Steps.Tree());
        Assert.Equal((status, culprit), (outcome.Status, outcome.Error?.StepId));
        _recorder.AssertTellOf(outcome, expected);
    }
}
