using PlanDsl.Testing.Internal;

namespace PlanDsl.Tests;

public sealed class TimeoutTests
{
    private static readonly StepPolicy OneSecond = new() { Timeout = TimeSpan.FromSeconds(1) };

    private readonly ManualTimeProvider _clock = new();
    private readonly EventRecorder _recorder = new();

    private PlanOptions Options => new() { TimeProvider = _clock, Observer = _recorder };

    [Fact]
    public async Task A_body_that_heeds_its_timeout_fails_with_kind_timeout()
    {
        var gate = new Gate { HeedsCancellation = true };
        var run = new TestPlan().Async("slow", gate).With(OneSecond).Async("after", static _ => Task.CompletedTask, after: ["slow"]).Start(Options);
        await gate.Entered.Soon();

        _clock.Advance(TimeSpan.FromSeconds(1));
        var outcome = await run.Completion.Soon();
        await _recorder.Ended.Soon();

        Assert.Equal("slow=Failed after=Cancelled", outcome.Statuses());
        Assert.Equal((RunStatus.Failed, FailureKind.Timeout, "slow"), (outcome.Status, outcome.Error!.Kind, outcome.Error.StepId));
        Assert.Equal("Step 'slow' has reached its timeout of 1 s.", outcome.Error.Message);
        Assert.IsType<TimeoutException>(outcome.Error.Exception);
        var told = _recorder.Single<StepTimeoutEvent>();
        Assert.Equal(("slow", 1, TimeSpan.FromSeconds(1), false), (told.StepPath, told.Attempt, told.Timeout, told.IsTotal));
        Assert.True(told.Sequence < _recorder.Single<StepFailedEvent>().Sequence);
    }

    [Theory]
    [InlineData(50, "50 ms")]
    [InlineData(1_500, "1.5 s")]
    [InlineData(5_400_000, "01:30:00")]
    public async Task A_timeout_is_told_in_the_unit_in_which_one_thinks_of_it(int milliseconds, string told)
    {
        var gate = new Gate { HeedsCancellation = true };
        var run = new TestPlan().Async("slow", gate).With(new() { Timeout = TimeSpan.FromMilliseconds(milliseconds) }).Start(Options);
        await gate.Entered.Soon();

        _clock.Advance(TimeSpan.FromMilliseconds(milliseconds));

        Assert.Equal($"Step 'slow' has reached its timeout of {told}.", (await run.Completion.Soon()).Error!.Message);
    }

    [Fact]
    public async Task A_body_is_given_all_of_its_time()
    {
        var gate = new Gate { HeedsCancellation = true };
        var run = new TestPlan().Async("a", gate).With(OneSecond).Start(Options);
        await gate.Entered.Soon();

        _clock.Advance(TimeSpan.FromSeconds(1) - TimeSpan.FromTicks(1));
        Assert.False(gate.Token.IsCancellationRequested);
        gate.Open();

        Assert.Equal(RunStatus.Succeeded, (await run.Completion.Soon()).Status);
        Assert.False(_clock.AdvanceToNextTimer());
    }

    [Fact]
    public async Task A_body_that_ignores_its_timeout_is_waited_for_and_succeeds_if_it_returns()
    {
        var gate = new Gate();
        var run = new TestPlan().Async("a", gate).With(OneSecond).Start(Options);
        await gate.Entered.Soon();

        _clock.Advance(TimeSpan.FromSeconds(5));
        Assert.True(gate.Token.IsCancellationRequested);
        Assert.Equal(StepStatus.Running, run.Steps[0].Status);
        gate.Open();

        Assert.Equal("a=Succeeded", (await run.Completion.Soon()).Statuses());
        await _recorder.Ended.Soon();
        _recorder.Single<StepTimeoutEvent>();
    }

    [Fact]
    public async Task A_body_that_ignores_its_timeout_keeps_its_slot_until_it_returns()
    {
        var (deaf, next) = (new Gate(), new Gate());
        var run = new TestPlan { MaxParallel = 1 }.Async("deaf", deaf, onFailure: FailurePolicy.Continue).With(OneSecond).Async("next", next).Start(Options);
        await deaf.Entered.Soon();

        _clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal("deaf=Running next=Pending", run.Steps.Statuses());
        deaf.Fail(new OperationCanceledException(deaf.Token));
        await next.Entered.Soon();
        next.Open();

        Assert.Equal("deaf=Failed next=Succeeded", (await run.Completion.Soon()).Statuses());
    }

    [Fact]
    public async Task What_a_body_throws_after_its_timeout_is_its_failure_unless_it_says_that_it_was_cancelled()
    {
        var gate = new Gate();
        var run = new TestPlan().Async("a", gate).With(OneSecond).Start(Options);
        await gate.Entered.Soon();

        _clock.Advance(TimeSpan.FromSeconds(1));
        gate.Fail(new InvalidOperationException("broken"));

        var error = (await run.Completion.Soon()).Error!;
        Assert.Equal((FailureKind.Exception, "broken"), (error.Kind, error.Message));
    }

    [Fact]
    public async Task A_foreign_OperationCanceledException_is_an_ordinary_failure()
    {
        var run = new TestPlan().Async("a", static _ => throw new TaskCanceledException("of HttpClient")).With(OneSecond).Start(Options);

        var outcome = await run.Completion.Soon();

        Assert.Equal(("a=Failed", FailureKind.Exception, "of HttpClient"), (outcome.Statuses(), outcome.Error!.Kind, outcome.Error.Message));
    }

    [Fact]
    public async Task A_TimeoutException_of_the_bodys_own_is_of_kind_exception()
    {
        var run = new TestPlan().Async("a", static _ => throw new TimeoutException("of a socket")).With(OneSecond).Start(Options);

        Assert.Equal(FailureKind.Exception, (await run.Completion.Soon()).Error!.Kind);
    }

    [Fact]
    public async Task The_token_tells_a_timeout_from_a_cancellation_by_what_came_first()
    {
        var timedOut = new Gate();
        var cancelled = new Gate();
        var first = new TestPlan().Async("a", timedOut).With(OneSecond).Start(Options);
        _clock.Advance(TimeSpan.FromSeconds(1));
        first.Cancel();
        timedOut.Fail(new OperationCanceledException(timedOut.Token));
        var second = new TestPlan().Async("a", cancelled).With(OneSecond).Start(new() { TimeProvider = _clock });
        second.Cancel();
        _clock.Advance(TimeSpan.FromSeconds(1));
        cancelled.Fail(new OperationCanceledException(cancelled.Token));

        Assert.Equal(("a=Failed", FailureKind.Timeout), ((await first.Completion.Soon()).Statuses(), first.Steps[0].Error!.Kind));
        Assert.Equal(RunStatus.Cancelled, (await first.Completion).Status);
        Assert.Equal("a=Cancelled", (await second.Completion.Soon()).Statuses());
    }

    [Fact]
    public async Task Waiting_for_a_slot_is_not_counted()
    {
        var (first, second) = (new Gate(), new Gate { HeedsCancellation = true });
        var run = new TestPlan { MaxParallel = 1 }.Async("first", first).Async("second", second).With(OneSecond).Start(Options);
        _clock.Advance(TimeSpan.FromHours(1));
        first.Open();
        await second.Entered.Soon();

        _clock.Advance(TimeSpan.FromSeconds(1) - TimeSpan.FromTicks(1));
        second.Open();

        Assert.Equal(RunStatus.Succeeded, (await run.Completion.Soon()).Status);
    }

    [Fact]
    public async Task A_timeout_is_a_failure_under_the_steps_policy()
    {
        var gate = new Gate { HeedsCancellation = true };
        var run = new TestPlan()
            .Async("slow", gate, onFailure: FailurePolicy.Continue).With(OneSecond)
            .Async("after", static _ => Task.CompletedTask, after: ["slow"])
            .Start(Options);

        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("slow=Failed after=Succeeded", (await run.Completion.Soon()).Statuses());
    }

    [Fact]
    public async Task The_plans_default_bounds_the_steps_that_declare_none()
    {
        var (own, byDefault) = (new Gate { HeedsCancellation = true }, new Gate { HeedsCancellation = true });
        var run = new TestPlan { DefaultTimeout = "1s" }
            .Async("own", own, onFailure: FailurePolicy.Continue).With(new() { Timeout = TimeSpan.FromSeconds(3) })
            .Async("default", byDefault, onFailure: FailurePolicy.Continue)
            .Start(Options);

        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal((false, true), (own.Token.IsCancellationRequested, byDefault.Token.IsCancellationRequested));
        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("own=Failed default=Failed", (await run.Completion.Soon()).Statuses());
    }

    [Fact]
    public async Task The_total_bound_fails_a_step_and_nothing_is_retried()
    {
        var gate = new Gate { HeedsCancellation = true };
        var run = new TestPlan().Async("a", gate).With(new() { TotalTimeout = TimeSpan.FromSeconds(2), Retries = 5 }).Start(Options);

        _clock.Advance(TimeSpan.FromSeconds(2));

        var outcome = await run.Completion.Soon();
        await _recorder.Ended.Soon();
        Assert.Equal((FailureKind.Timeout, 1), (outcome.Error!.Kind, outcome.Steps[0].Attempts));
        Assert.True(_recorder.Single<StepTimeoutEvent>().IsTotal);
        _recorder.AssertTellOf(outcome, "total");
    }

    [Fact]
    public async Task The_total_bound_counts_attempts_and_delays_and_ends_a_wait_at_once()
    {
        var run = new TestPlan()
            .Async("a", static _ => throw new InvalidOperationException("broken"))
            .With(new() { TotalTimeout = TimeSpan.FromSeconds(5), Retries = 100, RetryDelay = TimeSpan.FromSeconds(2) })
            .Start(Options);

        _clock.Advance(TimeSpan.FromSeconds(5) - TimeSpan.FromTicks(1));
        Assert.Equal((StepStatus.Waiting, 3), (run.Steps[0].Status, run.Steps[0].Attempts));
        _clock.Advance(TimeSpan.FromTicks(1));

        var outcome = await run.Completion.Soon();
        await _recorder.Ended.Soon();
        Assert.Equal(("a=Failed", FailureKind.Timeout), (outcome.Statuses(), outcome.Error!.Kind));
        Assert.Equal("broken", outcome.Error.Exception!.InnerException!.Message);
        Assert.False(_clock.AdvanceToNextTimer());
        _recorder.AssertTellOf(outcome, "total");
    }

    [Fact]
    public async Task The_total_bound_takes_a_retry_out_of_the_line_for_a_slot()
    {
        var (blocker, last) = (new Gate(), new Gate());
        var attempts = 0;
        var run = new TestPlan { MaxParallel = 1 }
            .Async("fails", _ => throw new InvalidOperationException($"attempt {++attempts}"), onFailure: FailurePolicy.Continue)
            .With(new() { TotalTimeout = TimeSpan.FromSeconds(2), Retries = 1, RetryDelay = TimeSpan.FromSeconds(1) })
            .Async("blocker", blocker)
            .Async("last", last)
            .Start(Options);
        await blocker.Entered.Soon();

        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal("fails=Failed blocker=Running last=Pending", run.Steps.Statuses());
        blocker.Open();
        await last.Entered.Soon();
        last.Open();

        Assert.Equal("fails=Failed blocker=Succeeded last=Succeeded", (await run.Completion.Soon()).Statuses());
        Assert.Equal(1, attempts);
    }
}
