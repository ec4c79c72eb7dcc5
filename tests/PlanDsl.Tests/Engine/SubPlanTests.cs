using PlanDsl.Testing.Internal;

namespace PlanDsl.Tests;

public sealed class SubPlanTests
{
    private static readonly Action Nothing = static () => { };

    private readonly ManualTimeProvider _clock = new();
    private readonly EventRecorder _recorder = new();

    private PlanOptions Options => new() { TimeProvider = _clock, Observer = _recorder, RunId = "run-1" };

    [Fact]
    public async Task Its_steps_are_children_of_the_step_and_told_among_the_events_of_the_run()
    {
        var inner = new TestPlan().Sync("a", Nothing).Async("b", static _ => Task.CompletedTask, after: ["a"]);

        var outcome = await new TestPlan().SubPlan("sub", inner).Sync("after", Nothing, after: ["sub"]).Start(Options).Completion.Soon();
        await _recorder.Ended.Soon();

        Assert.Equal("sub=Succeeded after=Succeeded", outcome.Statuses());
        Assert.Equal("a=Succeeded b=Succeeded", outcome.Steps[0].Children.Statuses());
        Assert.Equal(
            [
                "StepStartedEvent sub in ", "StepStartedEvent sub/a in sub", "StepSucceededEvent sub/a in sub",
                "StepStartedEvent sub/b in sub", "StepSucceededEvent sub/b in sub", "StepSucceededEvent sub in ",
                "StepStartedEvent after in ", "StepSucceededEvent after in ",
            ],
            _recorder.Events.OfType<StepEvent>().Select(static happened => $"{happened.GetType().Name} {happened.StepPath} in {happened.Parent}"));
        Assert.All(_recorder.Events, static happened => Assert.Equal("run-1", happened.RunId));
        _recorder.Single<RunCreatedEvent>();
        _recorder.AssertTellOf(outcome, "sub-plan");
    }

    [Fact]
    public async Task Its_bodies_know_the_run_their_path_and_their_depth()
    {
        StepContext? seen = null;
        var inner = new TestPlan().Governed("a", context =>
        {
            seen = context;
            return Task.CompletedTask;
        });

        await new TestPlan().SubPlan("sub", inner).Start(Options).Completion.Soon();

        Assert.Equal(("run-1", "a", "sub/a", 2), (seen!.RunId, seen.StepId, seen.StepPath, seen.Depth));
        Assert.Equal(("run-1/sub/a/1", "run-1/sub/a"), (seen.ExecId, seen.IdempotencyKey));
    }

    [Fact]
    public async Task Its_failure_is_the_steps_with_the_kind_and_the_words_of_its_error()
    {
        var inner = new TestPlan().Async("a", static _ => throw new InvalidOperationException("broken")).Sync("b", Nothing, after: ["a"]);

        var outcome = await new TestPlan().SubPlan("sub", inner).Start(Options).Completion.Soon();

        Assert.Equal((RunStatus.Failed, "sub", FailureKind.Exception), (outcome.Status, outcome.Error!.StepId, outcome.Error.Kind));
        Assert.Equal("Plan 'test' failed in step 'sub/a': broken", outcome.Error.Message);
        Assert.IsType<PlanFailedException>(outcome.Error.Exception);
        Assert.Equal("a=Failed b=Cancelled", outcome.Steps[0].Children.Statuses());
    }

    [Theory]
    [InlineData(FailurePolicy.Continue, "sub=Failed after=Succeeded")]
    [InlineData(FailurePolicy.SkipDependents, "sub=Failed after=Skipped")]
    public async Task Its_failure_counts_under_the_policy_of_the_step(FailurePolicy policy, string expected)
    {
        var inner = new TestPlan().Async("a", static _ => throw new InvalidOperationException("broken"));

        var outcome = await new TestPlan().SubPlan("sub", inner, onFailure: policy).Sync("after", Nothing, after: ["sub"]).Start().Completion.Soon();

        Assert.Equal(expected, outcome.Statuses());
    }

    [Fact]
    public async Task Cancelling_the_run_cancels_it()
    {
        var gate = new Gate { HeedsCancellation = true };
        var inner = new TestPlan().Async("a", gate).Sync("b", Nothing, after: ["a"]);
        var run = new TestPlan().SubPlan("sub", inner).Start(Options);
        await gate.Entered.Soon();

        run.Cancel();
        var outcome = await run.Completion.Soon();
        await _recorder.Ended.Soon();

        Assert.Equal((RunStatus.Cancelled, "sub=Cancelled"), (outcome.Status, outcome.Statuses()));
        Assert.Equal("a=Cancelled b=Cancelled", outcome.Steps[0].Children.Statuses());
        _recorder.Single<RunCancelRequestedEvent>();
    }

    [Fact]
    public async Task An_aborting_failure_beside_it_cancels_it()
    {
        var gate = new Gate { HeedsCancellation = true };
        var fails = new Gate();
        var run = new TestPlan().SubPlan("sub", new TestPlan().Async("a", gate)).Async("fails", fails).Start();
        await gate.Entered.Soon();

        fails.Fail(new InvalidOperationException("broken"));
        var outcome = await run.Completion.Soon();

        Assert.Equal("sub=Cancelled fails=Failed", outcome.Statuses());
        Assert.Equal("a=Cancelled", outcome.Steps[0].Children.Statuses());
    }

    [Fact]
    public async Task The_deadline_of_the_run_is_its_own()
    {
        DateTimeOffset? deadline = null;
        var gate = new Gate { HeedsCancellation = true };
        var inner = new TestPlan { Timeout = "1m" }.Governed("a", context =>
        {
            deadline = context.Deadline;
            return gate.EnterAsync(context.CancellationToken);
        });
        var run = new TestPlan { Timeout = "10s" }.SubPlan("sub", inner).Start(Options);
        await gate.Entered.Soon();
        Assert.Equal(_clock.GetUtcNow() + TimeSpan.FromSeconds(10), deadline);

        _clock.Advance(TimeSpan.FromSeconds(10));
        var outcome = await run.Completion.Soon();

        Assert.Equal((RunStatus.Failed, FailureKind.Timeout, "sub=Cancelled"), (outcome.Status, outcome.Error!.Kind, outcome.Statuses()));
        Assert.Equal("a=Cancelled", outcome.Steps[0].Children.Statuses());
        Assert.False(_clock.AdvanceToNextTimer());
    }

    [Fact]
    public async Task The_timeout_of_the_step_bounds_the_whole_of_it()
    {
        DateTimeOffset? deadline = null;
        var gate = new Gate { HeedsCancellation = true };
        var inner = new TestPlan().Governed("a", context =>
        {
            deadline = context.Deadline;
            return gate.EnterAsync(context.CancellationToken);
        }, new() { Timeout = TimeSpan.FromMinutes(1) });
        var run = new TestPlan().SubPlan("sub", inner, policy: new() { Timeout = TimeSpan.FromSeconds(5) }).Start(Options);
        await gate.Entered.Soon();
        Assert.Equal(_clock.GetUtcNow() + TimeSpan.FromSeconds(5), deadline);

        _clock.Advance(TimeSpan.FromSeconds(5));
        var outcome = await run.Completion.Soon();

        Assert.Equal(("sub=Failed", FailureKind.Timeout), (outcome.Statuses(), outcome.Error!.Kind));
        Assert.Equal("a=Cancelled", outcome.Steps[0].Children.Statuses());
    }

    [Fact]
    public async Task Its_own_timeout_fails_the_step_with_kind_timeout()
    {
        var gate = new Gate { HeedsCancellation = true };
        var run = new TestPlan { Timeout = "1m" }.SubPlan("sub", new TestPlan { Timeout = "5s" }.Async("a", gate)).Start(Options);
        await gate.Entered.Soon();

        _clock.Advance(TimeSpan.FromSeconds(5));
        var outcome = await run.Completion.Soon();

        Assert.Equal(("sub=Failed", FailureKind.Timeout), (outcome.Statuses(), outcome.Error!.Kind));
    }

    [Fact]
    public async Task It_is_run_anew_by_a_retry_and_attempts_of_its_steps_are_counted_on()
    {
        var attempts = 0;
        var seen = new List<string>();
        var inner = new TestPlan()
            .Governed("a", context =>
            {
                seen.Add(context.ExecId);
                return Task.CompletedTask;
            })
            .Async("b", _ => ++attempts < 3 ? throw new InvalidOperationException("broken") : Task.CompletedTask, after: ["a"]);

        var outcome = await new TestPlan().SubPlan("sub", inner, policy: new() { Retries = 2 }).Start(Options).Completion.Soon();
        await _recorder.Ended.Soon();

        Assert.Equal((RunStatus.Succeeded, 3), (outcome.Status, outcome.Steps[0].Attempts));
        Assert.Equal(["run-1/sub/a/1", "run-1/sub/a/2", "run-1/sub/a/3"], seen);
        Assert.Equal([3, 3], outcome.Steps[0].Children.Select(static step => step.Attempts));
        _recorder.AssertTellOf(outcome, "retried");
    }

    [Fact]
    public async Task A_late_subscriber_is_told_of_its_steps_between_the_start_and_the_end_of_the_step()
    {
        var run = new TestPlan().SubPlan("sub", new TestPlan().Sync("a", Nothing)).Start();
        await run.Completion.Soon();

        using var subscription = run.Events.Subscribe(_recorder);
        await _recorder.Ended.Soon();

        Assert.Equal(["sub", "sub/a", "sub/a", "sub"], _recorder.Events.OfType<StepEvent>().Select(static happened => happened.StepPath));
        Assert.All(_recorder.Events, static happened => Assert.True(happened.Replayed));
    }

    [Fact]
    public async Task Steps_show_how_those_of_a_sub_plan_stand()
    {
        var gate = new Gate();
        var run = new TestPlan().SubPlan("sub", new TestPlan().Async("a", gate).Sync("b", Nothing, after: ["a"])).Start();
        await gate.Entered.Soon();

        Assert.Equal("a=Running b=Pending", run.Steps[0].Children.Statuses());
        gate.Open();
        await run.Completion.Soon();
    }

    [Theory]
    [InlineData(null, 3)]
    [InlineData(2, 2)]
    [InlineData(5, 5)]
    public async Task Plans_are_nested_three_deep_or_as_deep_as_the_options_say(int? maxDepth, int expected)
    {
        var deepest = 0;
        var plan = new TestPlan();
        plan.Governed("a", context =>
        {
            deepest = context.Depth;
            return Task.CompletedTask;
        }).SubPlan("sub", plan, after: ["a"]);

        var outcome = await plan.Start(new() { MaxDepth = maxDepth }).Completion.Soon();

        Assert.Equal((expected, FailureKind.Limit), (deepest, outcome.Error!.Kind));
    }

    [Fact]
    public async Task What_is_beyond_a_limit_is_not_retried()
    {
        var outcome = await new TestPlan()
            .SubPlan("sub", new TestPlan().Sync("a", Nothing), policy: new() { Retries = 5 })
            .Start(new() { MaxDepth = 1 }).Completion.Soon();

        Assert.Equal((FailureKind.Limit, 1), (outcome.Error!.Kind, outcome.Steps[0].Attempts));
        Assert.Equal("Plan 'test' would be run at depth 2, and plans may be nested 1 deep.", outcome.Error.Message);
    }

    [Fact]
    public async Task One_attempt_runs_one_sub_plan_at_most()
    {
        var inner = new TestPlan().Sync("a", Nothing);
        var outcome = await new TestPlan().Governed("twice", async context =>
        {
            await inner.RunWithinAsync(context);
            await inner.RunWithinAsync(context);
        }).Start().Completion.Soon();

        Assert.Equal("Step 'twice' runs a sub-plan in this attempt already.", outcome.Error?.Message);
    }
}
