using PlanDsl.Testing.Internal;

namespace PlanDsl.Tests;

public sealed class GraceTests
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);

    private readonly ManualTimeProvider _clock = new();
    private readonly EventRecorder _recorder = new();

    private PlanOptions Options => new() { TimeProvider = _clock, Observer = _recorder };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_that_ignores_the_cancellation_of_the_run_is_abandoned_and_reported_so(bool isGoverned)
    {
        var deaf = new Gate();
        var run = Plan("deaf", deaf, isGoverned).Start(Options);
        await deaf.Entered.Soon();

        run.Cancel();
        await _clock.WhenTimerIsDueIn(Grace).Soon();
        _clock.Advance(Grace - TimeSpan.FromTicks(1));
        Assert.Equal("deaf=Running", run.Steps.Statuses());
        _clock.Advance(TimeSpan.FromTicks(1));
        var outcome = await EndAsync(run);
        deaf.Fail(new InvalidOperationException("nobody looks at this"));

        Assert.Equal("deaf=Cancelled", outcome.Statuses());
        Assert.True(outcome.Steps[0].IsAbandoned);
        Assert.Equal(RunStatus.Cancelled, outcome.Status);
        Assert.True(_recorder.Single<StepCancelledEvent>().Abandoned);
        Assert.EndsWith("; abandoned", outcome.Steps[0].ToString(), StringComparison.Ordinal);
        Assert.False(_clock.AdvanceToNextTimer());
    }

    [Fact]
    public async Task One_whose_time_was_up_before_the_run_was_cancelled_has_failed_by_that()
    {
        var deaf = new Gate();
        var run = new TestPlan().Governed("deaf", context => deaf.EnterAsync(context.CancellationToken), new() { Timeout = TimeSpan.FromSeconds(2) }).Start(Options);
        await deaf.Entered.Soon();
        _clock.Advance(TimeSpan.FromSeconds(2));

        run.Cancel();
        _clock.Advance(Grace);
        var outcome = await EndAsync(run);

        Assert.Equal("deaf=Failed", outcome.Statuses());
        Assert.Equal(FailureKind.Timeout, outcome.Steps[0].Error!.Kind);
        Assert.True(outcome.Steps[0].IsAbandoned);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public async Task One_that_returns_in_time_has_succeeded_and_leaves_no_timer(bool isGoverned, bool byName)
    {
        var slow = new Gate();
        var run = Plan("slow", slow, isGoverned).Start(Options);
        await slow.Entered.Soon();

        if (byName)
            run.CancelStep("slow");
        else
            run.Cancel();
        _clock.Advance(TimeSpan.FromSeconds(29));
        slow.Open();
        var outcome = await EndAsync(run);

        Assert.Equal("slow=Succeeded", outcome.Statuses());
        Assert.False(outcome.Steps[0].IsAbandoned);
        Assert.False(_clock.AdvanceToNextTimer());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_synchronous_body_is_abandoned_on_the_thread_that_it_keeps(bool isGoverned)
    {
        using var mayReturn = new ManualResetEventSlim();
        var entered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var plan = new TestPlan().Sync("deaf", () =>
        {
            entered.SetResult();
            mayReturn.Wait(TimeSpan.FromMinutes(1));
        });
        if (isGoverned)
            plan.With(new() { Retries = 1 });
        var run = plan.Start(Options);
        await entered.Task.Soon();

        run.Cancel();
        _clock.Advance(Grace);
        var outcome = await EndAsync(run);
        mayReturn.Set();

        Assert.Equal("deaf=Cancelled", outcome.Statuses());
        Assert.True(outcome.Steps[0].IsAbandoned);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task One_cancelled_by_name_is_abandoned_and_its_slot_is_free_again(bool isGoverned)
    {
        var deaf = new Gate();
        var next = new Gate();
        var run = Plan("deaf", deaf, isGoverned, maxParallel: 1).Async("next", next).Start(Options);
        await deaf.Entered.Soon();

        run.CancelStep("deaf");
        await _clock.WhenTimerIsDueIn(Grace).Soon();
        Assert.False(next.IsEntered);
        _clock.Advance(Grace);
        await next.Entered.Soon();
        deaf.Open();
        next.Open();
        var outcome = await EndAsync(run);

        Assert.Equal("deaf=Cancelled next=Succeeded", outcome.Statuses());
        Assert.True(outcome.Steps[0].IsAbandoned);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Asking_again_gives_no_more_time(bool isGoverned)
    {
        var deaf = new Gate();
        var run = Plan("deaf", deaf, isGoverned).Start(Options);
        await deaf.Entered.Soon();

        run.CancelStep("deaf");
        _clock.Advance(TimeSpan.FromSeconds(20));
        run.CancelStep("deaf");
        run.Cancel();
        _clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal("deaf=Cancelled", (await EndAsync(run)).Statuses());
        deaf.Open();
    }

    [Fact]
    public async Task One_that_ignores_its_timeout_fails_by_it_and_is_not_retried()
    {
        var deaf = new Gate();
        var run = new TestPlan()
            .Async("deaf", deaf, onFailure: FailurePolicy.Continue).With(new() { Timeout = TimeSpan.FromSeconds(1), Retries = 3 })
            .Fallback(static _ => Task.CompletedTask)
            .Sync("after", static () => { }, after: ["deaf"])
            .Start(Options);
        await deaf.Entered.Soon();

        _clock.Advance(TimeSpan.FromSeconds(1) + Grace);
        var outcome = await EndAsync(run);
        deaf.Fail(new InvalidOperationException("too late to be retried"));

        Assert.Equal("deaf=Failed after=Succeeded", outcome.Statuses());
        Assert.Equal((true, 1), (outcome.Steps[0].IsAbandoned, outcome.Steps[0].Attempts));
        Assert.Equal(FailureKind.Timeout, outcome.Steps[0].Error!.Kind);
        Assert.Equal("Step 'deaf' has reached its timeout of 1 s, and its body has not returned within 30 s of that.", outcome.Steps[0].Error!.Message);
        Assert.True(_recorder.Single<StepFailedEvent>().Abandoned);
    }

    [Fact]
    public async Task One_that_ignores_the_timeout_of_its_step_fails_by_that()
    {
        var deaf = new Gate();
        var run = new TestPlan().Async("deaf", deaf).With(new() { TotalTimeout = TimeSpan.FromSeconds(2) }).Start(Options);
        await deaf.Entered.Soon();

        _clock.Advance(TimeSpan.FromSeconds(2));
        _clock.Advance(Grace);
        var outcome = await EndAsync(run);
        deaf.Open();

        Assert.Equal("Step 'deaf' has reached its total timeout of 2 s, and its body has not returned within 30 s of that.", outcome.Error!.Message);
    }

    [Fact]
    public async Task What_has_been_abandoned_is_not_undone()
    {
        var deaf = new Gate();
        var isUndone = false;
        var run = new TestPlan().Async("deaf", deaf).Compensate(_ =>
        {
            isUndone = true;
            return Task.CompletedTask;
        }).Start(Options);
        await deaf.Entered.Soon();

        run.Cancel();
        _clock.Advance(Grace);
        await EndAsync(run);
        deaf.Open();

        Assert.False(isUndone);
    }

    [Fact]
    public async Task Cleanup_runs_once_the_body_before_it_is_abandoned()
    {
        var deaf = new Gate();
        var run = new TestPlan().Async("deaf", deaf).Sync("cleanup", static () => { }, after: ["deaf"]).RunWhen(RunWhen.Always).Start(Options);
        await deaf.Entered.Soon();

        run.Cancel();
        _clock.Advance(Grace);

        Assert.Equal("deaf=Cancelled cleanup=Succeeded", (await EndAsync(run)).Statuses());
        deaf.Open();
    }

    [Fact]
    public async Task A_body_is_waited_for_as_long_as_it_takes_where_the_grace_is_infinite()
    {
        var deaf = new Gate();
        var deafToo = new Gate();
        var options = Options;
        options.CancelGrace = Timeout.InfiniteTimeSpan;
        var run = new TestPlan().Async("deaf", deaf).With(new() { Retries = 1 }).Async("deaf_too", deafToo).Start(options);
        await deaf.Entered.Soon();
        await deafToo.Entered.Soon();

        run.Cancel();
        Assert.False(_clock.AdvanceToNextTimer());
        deaf.Open();
        deafToo.Open();

        Assert.Equal("deaf=Succeeded deaf_too=Succeeded", (await EndAsync(run)).Statuses());
    }

    [Fact]
    public void A_negative_grace_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new PlanOptions { CancelGrace = TimeSpan.FromSeconds(-2) });

    private static TestPlan Plan(string id, Gate gate, bool isGoverned, int? maxParallel = null)
    {
        var plan = new TestPlan { MaxParallel = maxParallel }.Async(id, gate, onFailure: FailurePolicy.Continue);
        return isGoverned ? plan.With(new() { Retries = 1 }) : plan;
    }

    private async Task<PlanOutcome> EndAsync(PlanRun run)
    {
        var outcome = await run.Completion.Soon();
        await _recorder.Ended.Soon();
        _recorder.AssertTellOf(outcome, "grace");
        return outcome;
    }
}
