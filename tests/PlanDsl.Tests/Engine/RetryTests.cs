using PlanDsl.Testing.Internal;

namespace PlanDsl.Tests;

public sealed class RetryTests
{
    private readonly ManualTimeProvider _clock = new();
    private readonly EventRecorder _recorder = new();
    private int _attempts;

    private PlanOptions Options => new() { TimeProvider = _clock, Observer = _recorder, RunId = "run-1" };

    [Fact]
    public async Task A_step_is_tried_again_until_its_body_returns()
    {
        var run = new TestPlan().Async("a", FailsTimes(2)).With(new() { Retries = 3, RetryDelay = TimeSpan.FromSeconds(1) }).Start(Options);

        _clock.Advance(TimeSpan.FromSeconds(2));
        var outcome = await run.Completion.Soon();
        await _recorder.Ended.Soon();

        Assert.Equal((RunStatus.Succeeded, 3), (outcome.Status, outcome.Steps[0].Attempts));
        Assert.Null(outcome.Steps[0].Error);
        Assert.Equal(
            [
                "0 StepStartedEvent 1", "0 StepRetryEvent 1", "0 StepWaitingEvent 1",
                "1 StepStartedEvent 2", "1 StepRetryEvent 2", "1 StepWaitingEvent 2",
                "2 StepStartedEvent 3", "2 StepSucceededEvent 3",
            ],
            _recorder.Events.OfType<StepEvent>().Select(Describe));
        var retry = _recorder.Events.OfType<StepRetryEvent>().First();
        Assert.Equal((TimeSpan.FromSeconds(1), "attempt 1", FailureKind.Exception, "a"), (retry.Delay, retry.Error.Message, retry.Error.Kind, retry.Error.StepId));
        _recorder.AssertTellOf(outcome, "retries");
    }

    [Fact]
    public async Task Retries_are_attempts_beside_the_first_and_the_last_error_is_the_steps()
    {
        var run = new TestPlan().Async("a", FailsTimes(100)).With(new() { Retries = 2 }).Start(Options);

        var outcome = await run.Completion.Soon();

        Assert.Equal((3, 3, "attempt 3"), (_attempts, outcome.Steps[0].Attempts, outcome.Error!.Message));
    }

    [Fact]
    public async Task Many_retries_without_delay_do_not_pile_up_on_the_stack()
    {
        var outcome = await new TestPlan().Sync("a", () => Fail(times: 20_000)).With(new() { Retries = 20_000 }).Start().Completion.Soon();

        Assert.Equal((RunStatus.Succeeded, 20_001), (outcome.Status, outcome.Steps[0].Attempts));
    }

    [Fact]
    public async Task A_timeout_is_of_an_attempt_and_may_be_retried()
    {
        var gates = new Queue<Gate>([new Gate { HeedsCancellation = true }, new Gate { HeedsCancellation = true }]);
        var second = gates.Last();
        var run = new TestPlan().Async("a", token => gates.Dequeue().EnterAsync(token))
            .With(new() { Timeout = TimeSpan.FromSeconds(1), Retries = 1, RetryDelay = TimeSpan.FromSeconds(10) })
            .Start(Options);

        _clock.Advance(TimeSpan.FromSeconds(1));
        await _clock.WhenTimerIsDueIn(TimeSpan.FromSeconds(10)).Soon();
        _clock.Advance(TimeSpan.FromSeconds(10));
        await second.Entered.Soon();
        _clock.Advance(TimeSpan.FromSeconds(1) - TimeSpan.FromTicks(1));
        Assert.False(second.Token.IsCancellationRequested);
        second.Open();

        Assert.Equal("a=Succeeded", (await run.Completion.Soon()).Statuses());
        await _recorder.Ended.Soon();
        Assert.Equal(FailureKind.Timeout, _recorder.Single<StepRetryEvent>().Error.Kind);
    }

    [Fact]
    public async Task A_foreign_OperationCanceledException_is_retried()
    {
        var run = new TestPlan().Async("a", _ => ++_attempts == 1 ? throw new TaskCanceledException("of HttpClient") : Task.CompletedTask)
            .With(new() { Retries = 1 }).Start(Options);

        Assert.Equal(("a=Succeeded", 2), ((await run.Completion.Soon()).Statuses(), _attempts));
    }

    [Fact]
    public async Task No_retry_comes_before_the_body_has_returned()
    {
        var gate = new Gate();
        var run = new TestPlan().Async("a", token => ++_attempts == 1 ? gate.EnterAsync(token) : Task.CompletedTask)
            .With(new() { Timeout = TimeSpan.FromSeconds(1), Retries = 1 }).Start(Options);

        _clock.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal((1, StepStatus.Running), (_attempts, run.Steps[0].Status));
        gate.Fail(new OperationCanceledException(gate.Token));

        Assert.Equal(("a=Succeeded", 2), ((await run.Completion.Soon()).Statuses(), _attempts));
    }

    [Fact]
    public async Task A_waiting_retry_holds_no_slot_and_then_waits_for_its_turn()
    {
        var (first, second) = (new Gate(), new Gate());
        var run = new TestPlan { MaxParallel = 1 }
            .Async("retried", FailsTimes(1)).With(new() { Retries = 1, RetryDelay = TimeSpan.FromSeconds(1) })
            .Async("first", first)
            .Async("second", second)
            .Start(Options);

        Assert.Equal("retried=Waiting first=Running second=Pending", run.Steps.Statuses());
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal("retried=Waiting first=Running second=Pending", run.Steps.Statuses());
        first.Open();
        await second.Entered.Soon();
        Assert.Equal((1, "retried=Waiting first=Succeeded second=Running"), (_attempts, run.Steps.Statuses()));
        second.Open();

        Assert.Equal("retried=Succeeded first=Succeeded second=Succeeded", (await run.Completion.Soon()).Statuses());
    }

    [Fact]
    public async Task A_slot_given_back_by_a_body_that_fails_later_is_taken_by_the_next_step()
    {
        var (fails, next) = (new Gate(), new Gate());
        var run = new TestPlan { MaxParallel = 1 }
            .Async("retried", token => ++_attempts == 1 ? fails.EnterAsync(token) : Task.CompletedTask)
            .With(new() { Retries = 1, RetryDelay = TimeSpan.FromSeconds(1) })
            .Async("next", next)
            .Start(Options);

        fails.Fail(new InvalidOperationException("broken"));
        await next.Entered.Soon();
        Assert.Equal("retried=Waiting next=Running", run.Steps.Statuses());
        next.Open();
        await run.WhenStatus("next", StepStatus.Succeeded);
        await _clock.WhenTimerIsDueIn(TimeSpan.FromSeconds(1)).Soon();
        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("retried=Succeeded next=Succeeded", (await run.Completion.Soon()).Statuses());
    }

    [Fact]
    public async Task Cancelling_ends_a_waiting_retry_at_once()
    {
        var run = new TestPlan().Async("a", FailsTimes(100)).With(new() { Retries = 100, RetryDelay = TimeSpan.FromHours(1) }).Start(Options);
        Assert.Equal(StepStatus.Waiting, run.Steps[0].Status);

        run.Cancel();
        var outcome = await run.Completion.Soon();
        await _recorder.Ended.Soon();

        Assert.Equal(("a=Cancelled", RunStatus.Cancelled, 1), (outcome.Statuses(), outcome.Status, _attempts));
        Assert.Null(outcome.Steps[0].Error);
        Assert.False(_clock.AdvanceToNextTimer());
        _recorder.AssertTellOf(outcome, "cancelled");
    }

    [Fact]
    public async Task After_an_abort_a_waiting_retry_is_cancelled_and_a_failure_is_not_retried()
    {
        var (aborts, late) = (new Gate(), new Gate());
        var run = new TestPlan()
            .Async("waiting", FailsTimes(100)).With(new() { Retries = 100, RetryDelay = TimeSpan.FromHours(1) })
            .Async("late", late).With(new() { Retries = 100 })
            .Async("aborts", aborts)
            .Start(Options);

        aborts.Fail(new InvalidOperationException("aborted"));
        await run.WhenStatus("aborts", StepStatus.Failed);
        late.Fail(new InvalidOperationException("late"));
        var outcome = await run.Completion.Soon();

        Assert.Equal("waiting=Cancelled late=Failed aborts=Failed", outcome.Statuses());
        Assert.Equal((1, 1, "aborts"), (_attempts, outcome.Steps[1].Attempts, outcome.Error!.StepId));
    }

    [Fact]
    public async Task A_body_that_stops_because_the_run_is_cancelled_is_cancelled_and_not_retried()
    {
        var gate = new Gate { HeedsCancellation = true };
        var run = new TestPlan().Async("a", gate).With(new() { Retries = 5, Timeout = TimeSpan.FromMinutes(1) }).Start(Options);
        await gate.Entered.Soon();

        run.Cancel();

        Assert.Equal(("a=Cancelled", 1), ((await run.Completion.Soon()).Statuses(), run.Steps[0].Attempts));
        Assert.False(_clock.AdvanceToNextTimer());
    }

    [Theory]
    [InlineData(typeof(InvalidOperationException), null, 3)]
    [InlineData(typeof(SystemException), null, 3)]
    [InlineData(typeof(IOException), null, 1)]
    [InlineData(null, typeof(SystemException), 1)]
    [InlineData(null, typeof(IOException), 3)]
    [InlineData(typeof(SystemException), typeof(InvalidOperationException), 1)]
    public async Task The_type_of_the_exception_decides_whether_it_is_retried(Type? on, Type? notOn, int expected)
    {
        var policy = new StepPolicy { Retries = 2, RetryOn = on is null ? [] : [on], NoRetryOn = notOn is null ? [] : [notOn] };

        var outcome = await PlanEngine.Start(OneStep(policy, FailsTimes(100)), Options).Completion.Soon();

        Assert.Equal((expected, RunStatus.Failed), (_attempts, outcome.Status));
    }

    [Theory]
    [InlineData(null, null, 60)]
    [InlineData(5, 7, 7)]
    public async Task Exponential_delays_grow_with_jitter_up_to_the_greatest(int? delay, int? greatest, int expectedMost)
    {
        var policy = new StepPolicy
        {
            Retries = 30,
            RetryBackoff = RetryBackoff.Exponential,
            RetryDelay = delay is { } first ? TimeSpan.FromSeconds(first) : null,
            RetryMaxDelay = greatest is { } most ? TimeSpan.FromSeconds(most) : null,
        };
        var run = PlanEngine.Start(OneStep(policy, FailsTimes(30)), Options);
        while (_clock.AdvanceToNextTimer())
            continue;
        await run.Completion.Soon();
        await _recorder.Ended.Soon();

        var delays = _recorder.Events.OfType<StepRetryEvent>().Select(static retry => retry.Delay).ToArray();
        Assert.Equal(30, delays.Length);
        Assert.Equal(TimeSpan.FromSeconds(expectedMost), delays.Max());
        Assert.InRange(delays[0], TimeSpan.FromTicks(1), TimeSpan.FromSeconds(2 * (delay ?? 1)));
        Assert.NotEqual(TimeSpan.FromSeconds(delay ?? 1), delays[0]);
    }

    [Fact]
    public async Task The_first_exponential_delay_is_about_the_declared_one()
    {
        var policy = new StepPolicy { Retries = 1, RetryBackoff = RetryBackoff.Exponential, RetryDelay = TimeSpan.FromHours(10), RetryMaxDelay = TimeSpan.FromHours(24) };
        var run = PlanEngine.Start(OneStep(policy, FailsTimes(1)), Options);
        while (_clock.AdvanceToNextTimer())
            continue;
        await run.Completion.Soon();
        await _recorder.Ended.Soon();

        Assert.InRange(_recorder.Single<StepRetryEvent>().Delay, TimeSpan.FromMinutes(1), TimeSpan.FromHours(24));
    }

    [Fact]
    public async Task A_value_that_cannot_be_bound_is_not_asked_for_again()
    {
        var inner = new TestPlan().Wait<string>("approve", static _ => { }, policy: new() { Retries = 3 });
        var run = new TestPlan().SubPlan("sub", inner).Start(Options);

        run.Signal("approve", 1);
        var outcome = await run.Completion.Soon();

        Assert.Equal((FailureKind.Binding, 1), (outcome.Error!.Kind, outcome.Steps[0].Children[0].Attempts));
    }

    [Fact]
    public async Task A_delay_is_as_long_as_declared_however_long_that_is()
    {
        var run = PlanEngine.Start(OneStep(new() { Retries = 1, RetryDelay = TimeSpan.FromDays(2) }, FailsTimes(1)), Options);

        _clock.Advance(TimeSpan.FromDays(2) - TimeSpan.FromTicks(1));
        Assert.Equal(1, _attempts);
        _clock.Advance(TimeSpan.FromTicks(1));

        Assert.Equal(RunStatus.Succeeded, (await run.Completion.Soon()).Status);
    }

    [Fact]
    public async Task A_late_subscriber_sees_a_step_that_waits()
    {
        var run = new TestPlan().Async("a", FailsTimes(2)).With(new() { Retries = 2, RetryDelay = TimeSpan.FromSeconds(1) }).Start(new() { TimeProvider = _clock });
        _clock.Advance(TimeSpan.FromSeconds(1));
        using (run.Events.Subscribe(_recorder))
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            await _recorder.Ended.Soon();
        }

        Assert.Equal(
            ["True StepStartedEvent 2", "True StepWaitingEvent 2", "False StepStartedEvent 3", "False StepSucceededEvent 3"],
            _recorder.Events.OfType<StepEvent>().Select(static step => $"{step.Replayed} {step.GetType().Name} {step.Attempt}"));
        Assert.Equal(StepStatus.Succeeded, FoldedRun.Of(_recorder.Events).StatusOf("a"));
    }

    private static DelegateProgram OneStep(StepPolicy policy, Func<CancellationToken, Task> body)
    {
        var traits = Model.StepTraits.Async | Model.StepTraits.Critical | Model.StepTraits.Governed;
        return new(new("test", "a", "", [(byte)traits], [0, 0], [], [0], policies: [policy]), (_, token) => new(body(token)));
    }

    private static string Describe(StepEvent step) =>
        FormattableString.Invariant($"{(step.Time - new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero)).TotalSeconds} {step.GetType().Name} {step.Attempt}");

    private Func<CancellationToken, Task> FailsTimes(int times) => _ =>
    {
        Fail(times);
        return Task.CompletedTask;
    };

    private void Fail(int times)
    {
        if (++_attempts <= times)
            throw new InvalidOperationException($"attempt {_attempts}");
    }
}
