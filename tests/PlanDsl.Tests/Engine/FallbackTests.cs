using PlanDsl.Testing.Internal;

namespace PlanDsl.Tests;

public sealed class FallbackTests
{
    private static readonly Func<CancellationToken, Task> Fails = static _ => throw new InvalidOperationException("broken");

    private readonly ManualTimeProvider _clock = new();
    private readonly EventRecorder _recorder = new();

    private PlanOptions Options => new() { TimeProvider = _clock, Observer = _recorder };

    [Fact]
    public async Task It_is_called_once_when_the_last_attempt_has_failed_and_its_success_is_the_steps()
    {
        var calls = new List<string>();
        var run = new TestPlan()
            .Governed("a", context =>
            {
                calls.Add($"body {context.Attempt}");
                throw new InvalidOperationException("broken");
            }, new() { Retries = 1, Timeout = TimeSpan.FromSeconds(1) }).Fallback(context =>
            {
                calls.Add($"fallback {context.Attempt}");
                return Task.CompletedTask;
            })
            .Sync("after", static () => { }, after: ["a"])
            .Start(Options);
        var outcome = await EndAsync(run);

        Assert.Equal(["body 1", "body 2", "fallback 2"], calls);
        Assert.False(_clock.AdvanceToNextTimer());
        Assert.Equal("a=Succeeded after=Succeeded", outcome.Statuses());
        Assert.Equal((true, 2, null), (outcome.Steps[0].IsFallback, outcome.Steps[0].Attempts, outcome.Steps[0].Error));
        Assert.False(outcome.Steps[1].IsFallback);
        Assert.Equal([true, false], _recorder.Events.OfType<StepSucceededEvent>().Select(static succeeded => succeeded.Fallback));
    }

    [Fact]
    public async Task What_it_stepped_in_for_is_told_by_the_event_and_the_outcome_alike()
    {
        var cause = new InvalidOperationException("broken");
        var run = new TestPlan()
            .Async("a", _ => throw cause).Fallback(static _ => Task.CompletedTask)
            .Sync("after", static () => { }, after: ["a"])
            .Start(Options);
        var outcome = await EndAsync(run);

        var expected = new StepError(FailureKind.Exception, "broken", cause) { StepId = "a" };
        Assert.Equal([expected, null], outcome.Steps.Select(static step => step.ReplacedError));
        Assert.Equal([expected, null], _recorder.Events.OfType<StepSucceededEvent>().Select(static succeeded => succeeded.ReplacedError));
    }

    [Fact]
    public async Task What_it_stepped_in_for_is_known_while_the_run_goes_on()
    {
        var gate = new Gate();
        var run = new TestPlan()
            .Async("a", Fails).Fallback(static _ => Task.CompletedTask)
            .Async("after", gate, after: ["a"])
            .Start(Options);
        await gate.Entered.Soon();
        var steps = run.Steps;
        gate.Open();
        await EndAsync(run);

        Assert.Equal(["broken", null], steps.Select(static step => step.ReplacedError?.Message));
    }

    [Fact]
    public async Task It_is_not_called_for_a_step_that_succeeds()
    {
        var outcome = await EndAsync(new TestPlan().Async("a", static _ => Task.CompletedTask).Fallback(static _ => throw new InvalidOperationException("called")).Start(Options));

        Assert.Equal("a=Succeeded", outcome.Statuses());
        Assert.False(outcome.Steps[0].IsFallback);
    }

    [Fact]
    public async Task Where_it_fails_too_the_step_fails_as_its_attempts_did_and_both_are_told()
    {
        var gate = new Gate { HeedsCancellation = true };
        var run = new TestPlan()
            .Async("a", gate, onFailure: FailurePolicy.SkipDependents).With(new() { Timeout = TimeSpan.FromSeconds(1) })
            .Fallback(static _ => throw new InvalidOperationException("no better"))
            .Sync("after", static () => { }, after: ["a"])
            .Start(Options);
        await gate.Entered.Soon();
        _clock.Advance(TimeSpan.FromSeconds(1));
        var outcome = await EndAsync(run);

        Assert.Equal("a=Failed after=Skipped", outcome.Statuses());
        Assert.Equal(FailureKind.Timeout, outcome.Error!.Kind);
        Assert.Equal("Step 'a' has reached its timeout of 1 s. (and its fallback failed: no better)", outcome.Error.Message);
        var both = Assert.IsType<AggregateException>(outcome.Error.Exception);
        Assert.Equal([typeof(TimeoutException), typeof(InvalidOperationException)], both.InnerExceptions.Select(static exception => exception.GetType()));
    }

    [Fact]
    public async Task It_has_a_timeout_of_its_own()
    {
        var body = new Gate { HeedsCancellation = true };
        var fallback = new Gate { HeedsCancellation = true };
        var run = new TestPlan()
            .Async("a", body).With(new() { Timeout = TimeSpan.FromSeconds(5) })
            .Fallback(context => fallback.EnterAsync(context.CancellationToken))
            .Start(Options);
        await body.Entered.Soon();
        _clock.Advance(TimeSpan.FromSeconds(5));
        await fallback.Entered.Soon();

        _clock.Advance(TimeSpan.FromSeconds(4));
        Assert.False(fallback.Token.IsCancellationRequested);
        _clock.Advance(TimeSpan.FromSeconds(1));
        var outcome = await EndAsync(run);

        Assert.Equal(("a=Failed", FailureKind.Timeout), (outcome.Statuses(), outcome.Error!.Kind));
        Assert.Equal(2, _recorder.Events.OfType<StepTimeoutEvent>().Count());
    }

    [Fact]
    public async Task The_total_timeout_bounds_it_too_and_nothing_is_tried_after_that()
    {
        var body = new Gate { HeedsCancellation = true };
        var isCalled = false;
        var run = new TestPlan()
            .Async("a", body).With(new() { TotalTimeout = TimeSpan.FromSeconds(5) })
            .Fallback(_ =>
            {
                isCalled = true;
                return Task.CompletedTask;
            })
            .Start(Options);
        await body.Entered.Soon();
        _clock.Advance(TimeSpan.FromSeconds(5));
        var outcome = await EndAsync(run);

        Assert.Equal(("a=Failed", FailureKind.Timeout, false), (outcome.Statuses(), outcome.Error!.Kind, isCalled));
    }

    [Fact]
    public async Task The_total_timeout_is_reached_also_while_it_executes()
    {
        var fallback = new Gate { HeedsCancellation = true };
        var run = new TestPlan()
            .Async("a", async token =>
            {
                _clock.Advance(TimeSpan.FromSeconds(3));
                await Fails(token).ConfigureAwait(false);
            }).With(new() { TotalTimeout = TimeSpan.FromSeconds(5) })
            .Fallback(context => fallback.EnterAsync(context.CancellationToken))
            .Start(Options);
        await fallback.Entered.Soon();

        _clock.Advance(TimeSpan.FromSeconds(2) - TimeSpan.FromTicks(1));
        Assert.False(fallback.Token.IsCancellationRequested);
        _clock.Advance(TimeSpan.FromTicks(1));
        var outcome = await EndAsync(run);

        Assert.Equal("a=Failed", outcome.Statuses());
        Assert.True(_recorder.Single<StepTimeoutEvent>().IsTotal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task It_is_never_called_after_cancellation(bool byName)
    {
        var heeds = new Gate { HeedsCancellation = true };
        var fails = new Gate();
        var calls = 0;
        var run = new TestPlan()
            .Async("heeds", heeds, onFailure: FailurePolicy.Continue).Fallback(CountAsync)
            .Async("fails", fails, onFailure: FailurePolicy.Continue).Fallback(CountAsync)
            .Start(Options);
        await heeds.Entered.Soon();
        await fails.Entered.Soon();

        if (byName)
        {
            run.CancelStep("heeds");
            run.CancelStep("fails");
        }
        else
        {
            run.Cancel();
        }

        fails.Fail(new InvalidOperationException("late"));
        var outcome = await EndAsync(run);

        Assert.Equal(("heeds=Cancelled fails=Failed", 0), (outcome.Statuses(), calls));

        Task CountAsync(StepContext context)
        {
            calls++;
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task A_run_that_is_cancelled_while_it_executes_cancels_it()
    {
        var fallback = new Gate { HeedsCancellation = true };
        var run = new TestPlan().Async("a", Fails).Fallback(context => fallback.EnterAsync(context.CancellationToken)).Start(Options);
        await fallback.Entered.Soon();

        run.Cancel();
        var outcome = await EndAsync(run);

        Assert.Equal(("a=Cancelled", RunStatus.Cancelled), (outcome.Statuses(), outcome.Status));
    }

    [Fact]
    public async Task It_executes_in_the_slot_of_the_last_attempt()
    {
        var fallback = new Gate();
        var other = new Gate();
        var run = new TestPlan { MaxParallel = 1 }
            .Async("a", Fails).Fallback(context => fallback.EnterAsync(context.CancellationToken))
            .Async("other", other)
            .Start(Options);
        await fallback.Entered.Soon();

        Assert.False(other.IsEntered);
        fallback.Open();
        await other.Entered.Soon();
        other.Open();

        Assert.Equal("a=Succeeded other=Succeeded", (await EndAsync(run)).Statuses());
    }

    private async Task<PlanOutcome> EndAsync(PlanRun run)
    {
        var outcome = await run.Completion.Soon();
        await _recorder.Ended.Soon();
        _recorder.AssertTellOf(outcome, "fallback");
        return outcome;
    }
}
