using PlanDsl.Testing.Internal;

namespace PlanDsl.Tests;

public sealed class RunWhenTests
{
    private static readonly Action Nothing = static () => { };
    private static readonly Action Fails = static () => throw new InvalidOperationException("broken");

    private readonly ManualTimeProvider _clock = new();
    private readonly EventRecorder _recorder = new();

    private PlanOptions Options => new() { TimeProvider = _clock, Observer = _recorder };

    [Theory]
    [InlineData(RunWhen.Always, "work=Succeeded late=Succeeded")]
    [InlineData(RunWhen.Failure, "work=Succeeded late=Skipped")]
    [InlineData(RunWhen.Success, "work=Succeeded late=Succeeded")]
    public async Task After_success(RunWhen runWhen, string statuses)
    {
        var outcome = await EndAsync(new TestPlan().Sync("work", Nothing).Sync("late", Nothing, after: ["work"]).RunWhen(runWhen));

        Assert.Equal(statuses, outcome.Statuses());
        Assert.Equal(RunStatus.Succeeded, outcome.Status);
        Assert.Equal(runWhen is RunWhen.Failure ? SkipCause.Condition : null, outcome.Steps[1].SkipCause);
    }

    [Theory]
    [InlineData(RunWhen.Always, FailurePolicy.Abort, "work=Failed late=Succeeded next=Cancelled")]
    [InlineData(RunWhen.Failure, FailurePolicy.Abort, "work=Failed late=Succeeded next=Cancelled")]
    [InlineData(RunWhen.Always, FailurePolicy.SkipDependents, "work=Failed late=Succeeded next=Succeeded")]
    [InlineData(RunWhen.Failure, FailurePolicy.SkipDependents, "work=Failed late=Succeeded next=Succeeded")]
    [InlineData(RunWhen.Failure, FailurePolicy.Continue, "work=Failed late=Succeeded next=Succeeded")]
    public async Task After_a_failure_under_each_policy(RunWhen runWhen, FailurePolicy policy, string statuses)
    {
        var outcome = await EndAsync(new TestPlan()
            .Sync("work", Fails, onFailure: policy)
            .Sync("late", Nothing, after: ["work"]).RunWhen(runWhen)
            .Sync("next", Nothing, after: ["late"]));

        Assert.Equal(statuses, outcome.Statuses());
        Assert.Equal(policy is FailurePolicy.Continue ? RunStatus.Succeeded : RunStatus.Failed, outcome.Status);
    }

    [Fact]
    public async Task A_failure_step_without_a_failed_predecessor_satisfies_its_dependents()
    {
        var outcome = await EndAsync(new TestPlan()
            .Sync("work", Nothing)
            .Sync("notify", Nothing, after: ["work"]).RunWhen(RunWhen.Failure)
            .Sync("next", Nothing, after: ["notify"])
            .Sync("alone", Nothing).RunWhen(RunWhen.Failure)
            .Sync("after_it", Nothing, after: ["alone"]));

        Assert.Equal("work=Succeeded notify=Skipped next=Succeeded alone=Skipped after_it=Succeeded", outcome.Statuses());
    }

    [Fact]
    public async Task After_a_step_that_was_skipped_one_that_always_runs_does_and_one_for_failures_does_not()
    {
        var outcome = await EndAsync(new TestPlan()
            .Sync("fails", Fails, onFailure: FailurePolicy.SkipDependents)
            .Sync("skipped", Nothing, after: ["fails"])
            .Sync("cleanup", Nothing, after: ["skipped"]).RunWhen(RunWhen.Always)
            .Sync("notify", Nothing, after: ["skipped"]).RunWhen(RunWhen.Failure));

        Assert.Equal("fails=Failed skipped=Skipped cleanup=Succeeded notify=Skipped", outcome.Statuses());
        Assert.Equal([SkipCause.Dependency, SkipCause.Condition], outcome.Steps.Select(static step => step.SkipCause).OfType<SkipCause>());
    }

    [Fact]
    public async Task It_waits_for_all_of_its_predecessors_also_when_one_has_failed()
    {
        var gate = new Gate();
        var run = new TestPlan()
            .Sync("fails", Fails, onFailure: FailurePolicy.SkipDependents)
            .Async("other", gate)
            .Sync("notify", Nothing, after: ["fails", "other"]).RunWhen(RunWhen.Failure)
            .Start(Options);
        await run.WhenStatus("fails", StepStatus.Failed);
        await gate.Entered.Soon();

        Assert.Equal("fails=Failed other=Running notify=Pending", run.Steps.Statuses());
        gate.Open();

        Assert.Equal("fails=Failed other=Succeeded notify=Succeeded", (await run.Completion.Soon()).Statuses());
    }

    [Fact]
    public async Task After_an_abort_elsewhere_only_those_run_whose_predecessors_have_failed_or_that_run_always()
    {
        var gate = new Gate { HeedsCancellation = true };
        var outcome = await EndAsync(new TestPlan()
            .Async("other", gate)
            .Async("aborts", async _ =>
            {
                await gate.Entered.ConfigureAwait(false);
                throw new InvalidOperationException("broken");
            })
            .Sync("pending", Nothing, after: ["other"])
            .Sync("notify", Nothing, after: ["pending"]).RunWhen(RunWhen.Failure)
            .Sync("cleanup", Nothing, after: ["pending"]).RunWhen(RunWhen.Always)
            .Sync("notify_too", Nothing, after: ["other", "aborts"]).RunWhen(RunWhen.Failure));

        Assert.Equal("other=Cancelled aborts=Failed pending=Cancelled notify=Skipped cleanup=Succeeded notify_too=Succeeded", outcome.Statuses());
        Assert.Equal("aborts", outcome.Error!.StepId);
    }

    [Fact]
    public async Task They_wait_for_the_bodies_before_them_to_return()
    {
        var deaf = new Gate();
        var run = new TestPlan().Async("work", deaf).Sync("cleanup", Nothing, after: ["work"]).RunWhen(RunWhen.Always).Start(Options);
        await deaf.Entered.Soon();

        run.Cancel();
        Assert.Equal("work=Running cleanup=Pending", run.Steps.Statuses());
        deaf.Open();

        Assert.Equal("work=Succeeded cleanup=Succeeded", (await run.Completion.Soon()).Statuses());
    }

    [Fact]
    public async Task After_cancellation_under_a_fresh_token()
    {
        var work = new Gate { HeedsCancellation = true };
        var cleanup = new Gate { HeedsCancellation = true };
        var run = new TestPlan().Async("work", work).Async("cleanup", cleanup, after: ["work"]).RunWhen(RunWhen.Always).Start(Options);
        await work.Entered.Soon();

        run.Cancel();
        await cleanup.Entered.Soon();
        Assert.False(cleanup.Token.IsCancellationRequested);
        cleanup.Open();
        var outcome = await run.Completion.Soon();
        await _recorder.Ended.Soon();

        Assert.Equal("work=Cancelled cleanup=Succeeded", outcome.Statuses());
        Assert.Equal(RunStatus.Cancelled, outcome.Status);
        _recorder.AssertTellOf(outcome, "run_when");
    }

    [Fact]
    public async Task A_run_cancelled_before_it_starts_still_cleans_up()
    {
        var run = new TestPlan().Sync("work", Nothing).Sync("cleanup", Nothing, after: ["work"]).RunWhen(RunWhen.Always).Start(Options, new(canceled: true));

        Assert.Equal("work=Cancelled cleanup=Succeeded", (await run.Completion.Soon()).Statuses());
    }

    [Fact]
    public async Task One_that_executes_already_is_not_cancelled_with_the_run()
    {
        var cleanup = new Gate { HeedsCancellation = true };
        var run = new TestPlan().Async("cleanup", cleanup).RunWhen(RunWhen.Always).Async("other", static _ => Task.Delay(-1, _)).Start(Options);
        await cleanup.Entered.Soon();

        run.Cancel();
        await run.WhenStatus("other", StepStatus.Cancelled);
        Assert.False(cleanup.Token.IsCancellationRequested);
        cleanup.Open();

        Assert.Equal("cleanup=Succeeded other=Cancelled", (await run.Completion.Soon()).Statuses());
    }

    [Fact]
    public async Task After_the_plans_deadline_which_does_not_bound_it()
    {
        var work = new Gate { HeedsCancellation = true };
        var cleanup = new Gate { HeedsCancellation = true };
        DateTimeOffset? deadline = null;
        var run = new TestPlan { Timeout = "10s" }
            .Async("work", work)
            .Governed("cleanup", context =>
            {
                deadline = context.Deadline;
                return cleanup.EnterAsync(context.CancellationToken);
            }, after: ["work"]).RunWhen(RunWhen.Always)
            .Start(Options);
        await work.Entered.Soon();

        _clock.Advance(TimeSpan.FromSeconds(10));
        await cleanup.Entered.Soon();
        var reachedAt = _clock.GetUtcNow();
        _clock.Advance(TimeSpan.FromSeconds(59));
        Assert.False(cleanup.Token.IsCancellationRequested);
        cleanup.Open();
        var outcome = await run.Completion.Soon();

        Assert.Equal("work=Cancelled cleanup=Succeeded", outcome.Statuses());
        Assert.Equal((RunStatus.Failed, FailureKind.Timeout), (outcome.Status, outcome.Error!.Kind));
        Assert.Equal(reachedAt.AddSeconds(60), deadline);
    }

    [Theory]
    [InlineData(null, 60)]
    [InlineData(5, 5)]
    public async Task It_is_bounded_by_its_own_timeout_or_a_minute(int? own, int seconds)
    {
        var cleanup = new Gate { HeedsCancellation = true };
        var run = new TestPlan()
            .Sync("work", Fails)
            .Async("cleanup", cleanup, after: ["work"]).With(new() { Timeout = own is null ? null : TimeSpan.FromSeconds(own.Value) }).RunWhen(RunWhen.Failure)
            .Start(Options);
        await cleanup.Entered.Soon();

        _clock.Advance(TimeSpan.FromSeconds(seconds));
        var outcome = await run.Completion.Soon();

        Assert.Equal("work=Failed cleanup=Failed", outcome.Statuses());
        Assert.Equal("work", outcome.Error!.StepId);
        Assert.Equal(FailureKind.Timeout, outcome.Steps[1].Error!.Kind);
    }

    [Fact]
    public async Task It_is_retried_also_when_the_run_has_failed()
    {
        var attempts = 0;
        var run = new TestPlan()
            .Sync("work", Fails)
            .Async("cleanup", _ => ++attempts == 1 ? throw new InvalidOperationException("once") : Task.CompletedTask, after: ["work"])
            .With(new() { Retries = 1, RetryDelay = TimeSpan.FromSeconds(1) }).RunWhen(RunWhen.Always)
            .Start(Options);
        await run.WhenStatus("cleanup", StepStatus.Waiting);
        await _clock.WhenTimerIsDueIn(TimeSpan.FromSeconds(1)).Soon();
        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("work=Failed cleanup=Succeeded", (await run.Completion.Soon()).Statuses());
    }

    [Fact]
    public async Task One_that_waits_for_a_retry_goes_on_waiting_when_the_run_fails()
    {
        var attempts = 0;
        var aborts = new Gate();
        var run = new TestPlan()
            .Async("cleanup", _ => ++attempts == 1 ? throw new InvalidOperationException("once") : Task.CompletedTask)
            .With(new() { Retries = 1, RetryDelay = TimeSpan.FromSeconds(1) }).RunWhen(RunWhen.Always)
            .Async("aborts", aborts)
            .Start(Options);
        await run.WhenStatus("cleanup", StepStatus.Waiting);
        await _clock.WhenTimerIsDueIn(TimeSpan.FromSeconds(1)).Soon();
        aborts.Fail(new InvalidOperationException("broken"));
        await run.WhenStatus("aborts", StepStatus.Failed);

        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("cleanup=Succeeded aborts=Failed", (await run.Completion.Soon()).Statuses());
    }

    [Fact]
    public async Task One_that_stands_in_line_for_a_slot_keeps_its_place_when_the_run_is_cancelled()
    {
        var busy = new Gate();
        var run = new TestPlan { MaxParallel = 1 }
            .Async("busy", busy)
            .Sync("pending", Nothing)
            .Sync("cleanup", Nothing).RunWhen(RunWhen.Always)
            .Start(Options);
        await busy.Entered.Soon();

        run.Cancel();
        Assert.Equal("busy=Running pending=Cancelled cleanup=Pending", run.Steps.Statuses());
        busy.Open();

        Assert.Equal("busy=Succeeded pending=Cancelled cleanup=Succeeded", (await run.Completion.Soon()).Statuses());
    }

    [Fact]
    public async Task Its_own_failure_fails_a_run_that_would_have_succeeded_and_is_listed_in_one_that_has_failed()
    {
        var otherwiseFine = await EndAsync(new TestPlan().Sync("work", Nothing).Sync("cleanup", Fails, after: ["work"]).RunWhen(RunWhen.Always));
        var failed = await new TestPlan()
            .Sync("work", Fails)
            .Sync("cleanup", Fails, after: ["work"]).RunWhen(RunWhen.Always)
            .Sync("last", Nothing, after: ["cleanup"]).RunWhen(RunWhen.Failure)
            .Start().Completion.Soon();

        Assert.Equal((RunStatus.Failed, "cleanup"), (otherwiseFine.Status, otherwiseFine.Error!.StepId));
        Assert.Equal("work=Failed cleanup=Failed last=Succeeded", failed.Statuses());
        Assert.Equal("work", failed.Error!.StepId);
        Assert.Equal(["work", "cleanup"], failed.Failures.Select(static step => step.Id));
    }

    [Fact]
    public async Task Its_condition_is_asked_also_when_the_run_has_failed()
    {
        var outcome = await EndAsync(new TestPlan()
            .Sync("work", Fails)
            .Sync("yes", Nothing, after: ["work"]).RunWhen(RunWhen.Always).When(static () => true)
            .Sync("no", Nothing, after: ["work"]).RunWhen(RunWhen.Always).When(static () => false));

        Assert.Equal("work=Failed yes=Succeeded no=Skipped", outcome.Statuses());
    }

    [Fact]
    public async Task It_is_told_how_those_before_it_have_ended()
    {
        StepOutcome<int>? fine = null;
        StepOutcome<int>? broken = null;
        await EndAsync(new TestPlan()
            .Sync("fine", Nothing)
            .Sync("broken", Fails, after: ["fine"])
            .Governed("report", context =>
            {
                fine = context.OutcomeOf(0, 42);
                broken = context.OutcomeOf(1, 43);
                return Task.CompletedTask;
            }, after: ["fine", "broken"]).RunWhen(RunWhen.Always));

        Assert.Equal(("fine", StepStatus.Succeeded, true, 42), (fine!.Id, fine.Status, fine.HasValue, fine.Value));
        Assert.Equal(("broken", StepStatus.Failed, false, "broken"), (broken!.Id, broken.Status, broken.HasValue, broken.Error!.Message));
        Assert.Throws<InvalidOperationException>(() => broken.Value);
        Assert.True(fine.TryGetValue(out var value));
        Assert.Equal(42, value);
        Assert.False(broken.TryGetValue(out _));
    }

    [Theory]
    [InlineData(ParallelStrategy.BestEffort, true)]
    [InlineData(ParallelStrategy.All, false)]
    public async Task A_group_that_has_ended_partial_has_a_result_where_that_counts_as_success(ParallelStrategy strategy, bool hasValue)
    {
        StepOutcome<int>? group = null;
        await EndAsync(new TestPlan { MaxParallel = 1 }
            .Sync("a", Nothing).Sync("b", Fails)
            .Governed("report", context =>
            {
                group = context.OutcomeOf(3, 42);
                return Task.CompletedTask;
            }, after: ["g"]).RunWhen(RunWhen.Always)
            .Group("g", strategy, ["a", "b"]));

        Assert.Equal((StepStatus.Partial, hasValue, !hasValue), (group!.Status, group.HasValue, group.Error is not null));
    }

    private async Task<PlanOutcome> EndAsync(TestPlan plan)
    {
        var outcome = await plan.Start(Options).Completion.Soon();
        await _recorder.Ended.Soon();
        _recorder.AssertTellOf(outcome, "run_when");
        return outcome;
    }
}
