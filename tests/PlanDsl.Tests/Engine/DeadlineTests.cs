using PlanDsl.Model;
using PlanDsl.Testing.Internal;

namespace PlanDsl.Tests;

public sealed class DeadlineTests
{
    private readonly ManualTimeProvider _clock = new();
    private readonly EventRecorder _recorder = new();

    private PlanOptions Options => new() { TimeProvider = _clock, Observer = _recorder };

    [Theory]
    [InlineData(FailurePolicy.Abort)]
    [InlineData(FailurePolicy.Continue)]
    [InlineData(FailurePolicy.SkipDependents)]
    public async Task A_step_that_reaches_the_plans_deadline_is_cancelled_and_the_run_fails_with_kind_timeout(FailurePolicy policy)
    {
        var gate = new Gate { HeedsCancellation = true };
        var run = new TestPlan { Timeout = "10s" }
            .Async("a", gate, onFailure: policy)
            .Async("b", static _ => Task.CompletedTask, after: ["a"])
            .Start(Options);

        _clock.Advance(TimeSpan.FromSeconds(10));
        var outcome = await run.Completion.Soon();
        await _recorder.Ended.Soon();

        Assert.Equal("a=Cancelled b=Cancelled", outcome.Statuses());
        Assert.Equal((RunStatus.Failed, FailureKind.Timeout, null), (outcome.Status, outcome.Error!.Kind, outcome.Error.StepId));
        Assert.Equal("The run has reached its timeout of 10 s.", outcome.Error.Message);
        Assert.Empty(outcome.Failures);
        Assert.Same(outcome.Error, _recorder.Single<RunCompletedEvent>().Error);
        _recorder.AssertTellOf(outcome, "deadline");
    }

    [Fact]
    public async Task The_deadline_is_told_to_all_that_executes_before_what_runs_also_then_begins()
    {
        var (hasHeard, sawThat) = (false, false);
        var (stops, deaf) = (new Gate { HeedsCancellation = true }, new TaskCompletionSource());
        var run = new TestPlan { Timeout = "10s" }
            .Async("stops", stops)
            .Async("deaf", token =>
            {
                token.Register(() => hasHeard = true);
                return deaf.Task;
            })
            .Sync("late", () => sawThat = hasHeard, after: ["stops"]).RunWhen(RunWhen.Always)
            .Start(Options);

        _clock.Advance(TimeSpan.FromSeconds(10));
        await run.WhenStatus("late", StepStatus.Succeeded);
        deaf.SetResult();
        await run.Completion.Soon();

        Assert.True(sawThat);
    }

    [Theory]
    [InlineData("10s")]
    [InlineData("4s")]
    public async Task The_plans_deadline_decides_where_a_step_would_have_more_time_or_as_much(string ofPlan)
    {
        var gate = new Gate { HeedsCancellation = true };
        var first = new Gate();
        var run = new TestPlan { Timeout = ofPlan, DefaultTimeout = "4s" }.Async("first", first).Async("a", gate, after: ["first"]).Start(Options);
        if (ofPlan == "10s")
            _clock.Advance(TimeSpan.FromSeconds(3));
        first.Open();
        await gate.Entered.Soon();

        _clock.Advance(TimeSpan.FromSeconds(4));

        var outcome = await run.Completion.Soon();
        Assert.Equal(ofPlan == "10s" ? "first=Succeeded a=Failed" : "first=Succeeded a=Cancelled", outcome.Statuses());
        Assert.Equal(FailureKind.Timeout, outcome.Error!.Kind);
    }

    [Fact]
    public async Task The_deadline_ends_a_wait_at_once_and_nothing_is_retried()
    {
        var attempts = 0;
        var run = new TestPlan { Timeout = "10s" }
            .Async("a", _ => throw new InvalidOperationException($"attempt {++attempts}"), onFailure: FailurePolicy.Continue)
            .With(new() { Retries = 100, RetryDelay = TimeSpan.FromSeconds(4) })
            .Start(Options);

        _clock.Advance(TimeSpan.FromSeconds(10));

        var outcome = await run.Completion.Soon();
        Assert.Equal(("a=Cancelled", FailureKind.Timeout, 3), (outcome.Statuses(), outcome.Error!.Kind, attempts));
        Assert.False(_clock.AdvanceToNextTimer());
    }

    [Fact]
    public async Task A_body_that_returns_after_the_deadline_has_succeeded_and_the_run_has_failed()
    {
        var gate = new Gate();
        var run = new TestPlan { Timeout = "1s" }.Async("a", gate).Start(Options);
        _clock.Advance(TimeSpan.FromSeconds(1));
        gate.Open();

        var outcome = await run.Completion.Soon();

        Assert.Equal(("a=Succeeded", RunStatus.Failed, FailureKind.Timeout), (outcome.Statuses(), outcome.Status, outcome.Error!.Kind));
    }

    [Fact]
    public async Task What_was_decided_before_the_deadline_stands()
    {
        var gate = new Gate();
        var run = new TestPlan { Timeout = "1s" }.Async("a", gate).Start(Options);
        run.Cancel();
        _clock.Advance(TimeSpan.FromSeconds(1));
        gate.Open();

        Assert.Equal(RunStatus.Cancelled, (await run.Completion.Soon()).Status);
    }

    [Fact]
    public async Task A_run_that_ends_in_time_leaves_no_timer()
    {
        var outcome = await new TestPlan { Timeout = "1s", DefaultTimeout = "1s" }.Async("a", static _ => Task.CompletedTask).Start(Options).Completion.Soon();
        var empty = new PlanTable("empty", "", "", [], [0], [], [], timeout: TimeSpan.FromSeconds(1));
        await PlanEngine.Start(new DelegateProgram(empty, static (_, _) => default), Options).Completion.Soon();

        Assert.Equal(RunStatus.Succeeded, outcome.Status);
        Assert.False(_clock.AdvanceToNextTimer());
    }

    [Fact]
    public async Task A_bound_that_no_timer_can_be_set_for_bounds_nothing()
    {
        var policy = new StepPolicy { Timeout = TimeSpan.FromDays(90) };
        var table = new PlanTable("test", "a", "", [(byte)(StepTraits.Async | StepTraits.Governed)], [0, 0], [], [0], timeout: TimeSpan.FromDays(100), policies: [policy]);

        var run = PlanEngine.Start(new DelegateProgram(table, static (_, _) => default));

        Assert.Equal(RunStatus.Succeeded, (await run.Completion.Soon()).Status);
    }
}
