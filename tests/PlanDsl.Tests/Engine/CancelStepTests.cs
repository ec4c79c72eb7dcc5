using PlanDsl.Testing.Internal;

namespace PlanDsl.Tests;

public sealed class CancelStepTests
{
    private static readonly Action Nothing = static () => { };

    private readonly ManualTimeProvider _clock = new();
    private readonly EventRecorder _recorder = new();

    private PlanOptions Options => new() { TimeProvider = _clock, Observer = _recorder };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_that_heeds_its_token_ends_cancelled_and_no_other_is_asked_to_stop(bool isGoverned)
    {
        var gate = new Gate { HeedsCancellation = true };
        var other = new Gate { HeedsCancellation = true };
        var plan = new TestPlan().Async("a", gate, onFailure: FailurePolicy.Continue);
        if (isGoverned)
            plan.With(new() { Retries = 3 });
        var run = plan.Async("other", other).Async("after", static _ => Task.CompletedTask, after: ["a"]).Start(Options);
        await gate.Entered.Soon();
        await other.Entered.Soon();

        run.CancelStep("a");
        await run.WhenStatus("after", StepStatus.Succeeded);
        Assert.False(other.Token.IsCancellationRequested);
        other.Open();
        var outcome = await run.Completion.Soon();
        await _recorder.Ended.Soon();

        Assert.Equal("a=Cancelled other=Succeeded after=Succeeded", outcome.Statuses());
        Assert.Equal((RunStatus.Succeeded, 1), (outcome.Status, outcome.Steps[0].Attempts));
        _recorder.AssertTellOf(outcome, "cancel step");
    }

    [Theory]
    [InlineData(FailurePolicy.Abort, "a=Cancelled after=Cancelled other=Cancelled", RunStatus.Failed)]
    [InlineData(FailurePolicy.SkipDependents, "a=Cancelled after=Skipped other=Succeeded", RunStatus.Failed)]
    [InlineData(FailurePolicy.Continue, "a=Cancelled after=Succeeded other=Succeeded", RunStatus.Succeeded)]
    public async Task To_others_it_is_a_failure_under_the_steps_policy(FailurePolicy policy, string statuses, RunStatus status)
    {
        var gate = new Gate { HeedsCancellation = true };
        var first = new Gate();
        var run = new TestPlan { MaxParallel = 2 }
            .Async("a", gate, onFailure: policy)
            .Sync("after", Nothing, after: ["a"])
            .Async("other", async cancellationToken =>
            {
                await first.EnterAsync(cancellationToken).ConfigureAwait(false);
                cancellationToken.ThrowIfCancellationRequested();
            })
            .Start(Options);
        await gate.Entered.Soon();
        await first.Entered.Soon();

        run.CancelStep("a");
        await run.WhenStatus("a", StepStatus.Cancelled);
        first.Open();
        var outcome = await run.Completion.Soon();

        Assert.Equal(statuses, outcome.Statuses());
        Assert.Equal(status, outcome.Status);
        if (status is RunStatus.Failed)
            Assert.Equal((FailureKind.Cancelled, "a", "Step 'a' was cancelled by name."), (outcome.Error!.Kind, outcome.Error.StepId, outcome.Error.Message));
    }

    [Fact]
    public async Task A_pending_step_ends_cancelled_at_once()
    {
        var gate = new Gate();
        var run = new TestPlan()
            .Async("first", gate)
            .Sync("a", Nothing, after: ["first"], onFailure: FailurePolicy.Continue)
            .Sync("after", Nothing, after: ["a"])
            .Start(Options);

        run.CancelStep("a");
        await run.WhenStatus("after", StepStatus.Succeeded);
        gate.Open();
        var outcome = await run.Completion.Soon();
        await _recorder.Ended.Soon();

        Assert.Equal("first=Succeeded a=Cancelled after=Succeeded", outcome.Statuses());
        _recorder.AssertTellOf(outcome, "cancel step");
    }

    [Fact]
    public async Task A_step_in_line_for_a_slot_ends_cancelled_at_once()
    {
        var gate = new Gate();
        var run = new TestPlan { MaxParallel = 1 }
            .Async("first", gate)
            .Sync("a", Nothing, onFailure: FailurePolicy.Continue)
            .Sync("other", Nothing)
            .Start(Options);

        run.CancelStep("a");
        Assert.Equal("first=Running a=Cancelled other=Pending", run.Steps.Statuses());
        gate.Open();

        Assert.Equal("first=Succeeded a=Cancelled other=Succeeded", (await run.Completion.Soon()).Statuses());
    }

    [Theory]
    [InlineData("b", "after a c d last")]
    [InlineData("d", "after a b c last")]
    [InlineData("b d", "after a c last")]
    [InlineData("a b c d", "after last")]
    public async Task Those_around_it_in_the_line_keep_their_places(string cancelled, string expected)
    {
        var gate = new Gate();
        var order = new List<string>();
        var plan = new TestPlan { MaxParallel = 1 }.Async("first", gate);
        foreach (var id in (string[])["a", "b", "c", "d"])
            plan.Sync(id, () => order.Add(id), onFailure: FailurePolicy.Continue);
        var run = plan.Sync("after", () => order.Add("after"), after: ["first"]).Sync("last", () => order.Add("last"), after: ["first"]).Start(Options);

        foreach (var id in cancelled.Split(' '))
            run.CancelStep(id);
        gate.Open();
        await run.Completion.Soon();

        Assert.Equal(expected, string.Join(' ', order));
    }

    [Fact]
    public async Task A_step_that_waits_for_a_retry_ends_cancelled_at_once()
    {
        var run = new TestPlan()
            .Async("a", static _ => throw new InvalidOperationException("broken"), onFailure: FailurePolicy.Continue)
            .With(new() { Retries = 1, RetryDelay = TimeSpan.FromSeconds(1) })
            .Start(Options);
        await run.WhenStatus("a", StepStatus.Waiting);

        run.CancelStep("a");

        Assert.Equal("a=Cancelled", (await run.Completion.Soon()).Statuses());
        Assert.False(_clock.AdvanceToNextTimer());
    }

    [Fact]
    public async Task A_body_that_returns_has_succeeded_and_one_that_fails_is_not_retried()
    {
        var deaf = new Gate();
        var fails = new Gate();
        var run = new TestPlan()
            .Async("deaf", deaf).With(new() { Retries = 1 })
            .Async("fails", fails, onFailure: FailurePolicy.Continue).With(new() { Retries = 1 })
            .Start(Options);
        await deaf.Entered.Soon();
        await fails.Entered.Soon();

        run.CancelStep("deaf");
        run.CancelStep("fails");
        deaf.Open();
        fails.Fail(new InvalidOperationException("broken"));
        var outcome = await run.Completion.Soon();

        Assert.Equal("deaf=Succeeded fails=Failed", outcome.Statuses());
        Assert.Equal([1, 1], outcome.Steps.Select(static step => step.Attempts));
    }

    [Fact]
    public async Task A_step_that_has_ended_stays_as_it_is()
    {
        var run = new TestPlan().Sync("a", Nothing).Start(Options);
        await run.Completion.Soon();

        run.CancelStep("a");

        Assert.Equal("a=Succeeded", run.Steps.Statuses());
    }

    [Fact]
    public async Task Steps_that_run_after_failures_see_it_as_one()
    {
        var gate = new Gate { HeedsCancellation = true };
        var run = new TestPlan().Async("a", gate).Sync("notify", Nothing, after: ["a"]).RunWhen(RunWhen.Failure).Start(Options);
        await gate.Entered.Soon();

        run.CancelStep("a");

        Assert.Equal("a=Cancelled notify=Succeeded", (await run.Completion.Soon()).Statuses());
    }

    [Fact]
    public async Task A_step_that_the_run_has_cancelled_is_not_cancelled_by_name()
    {
        var gate = new Gate { HeedsCancellation = true };
        var run = new TestPlan().Async("a", _ => gate.EnterAsync(default)).Sync("notify", Nothing, after: ["a"]).RunWhen(RunWhen.Failure).Start(Options);
        await gate.Entered.Soon();

        run.Cancel();
        run.CancelStep("a");
        gate.Fail(new OperationCanceledException());

        Assert.Equal("a=Cancelled notify=Skipped", (await run.Completion.Soon()).Statuses());
    }

    [Fact]
    public async Task A_body_that_takes_no_token_can_say_that_its_step_was_cancelled()
    {
        var gate = new Gate();
        var table = Tables.Of(Tables.Step(0, isAsync: true));
        var run = PlanEngine.Start(new DelegateProgram(table, (_, _) => new(gate.EnterAsync(default))), Options);
        await gate.Entered.Soon();

        run.CancelStep("s0");
        gate.Fail(new OperationCanceledException());

        Assert.Equal("s0=Cancelled", (await run.Completion.Soon()).Statuses());
    }

    [Fact]
    public async Task A_cleanup_can_be_cancelled_by_name_alone()
    {
        var gate = new Gate { HeedsCancellation = true };
        var run = new TestPlan().Async("cleanup", gate).RunWhen(RunWhen.Always).Start(Options);
        await gate.Entered.Soon();
        run.Cancel();
        Assert.False(gate.Token.IsCancellationRequested);

        run.CancelStep("cleanup");

        Assert.Equal("cleanup=Cancelled", (await run.Completion.Soon()).Statuses());
    }

    [Fact]
    public async Task An_unknown_step_is_an_error_that_names_the_one_that_was_probably_meant()
    {
        var run = new TestPlan().Sync("fetch_orders", Nothing).Start(Options);
        await run.Completion.Soon();

        var thrown = Assert.Throws<ArgumentException>(() => run.CancelStep("FetchOrder"));

        Assert.Equal("Plan 'test' has no step 'FetchOrder'; did you mean 'fetch_orders'? (Parameter 'path')", thrown.Message);
    }
}
