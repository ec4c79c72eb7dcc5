using System.Runtime.CompilerServices;

namespace PlanDsl.Tests;

public sealed class CancellationTests
{
    private static readonly Action Nothing = static () => { };

    [Fact]
    public async Task Running_bodies_get_their_token_cancelled_and_pending_steps_end_cancelled()
    {
        var gate = new Gate { HeedsCancellation = true };
        var run = new TestPlan().Async("running", gate).Sync("pending", Nothing, after: ["running"]).Start();
        await gate.Entered.Soon();

        run.Cancel();
        var outcome = await run.Completion.Soon();

        Assert.Equal(RunStatus.Cancelled, outcome.Status);
        Assert.Equal("running=Cancelled pending=Cancelled", outcome.Statuses());
        Assert.Equal([1, 0], outcome.Steps.Select(static step => step.Attempts));
        Assert.Null(outcome.Error);
    }

    [Fact]
    public async Task The_run_ends_when_the_bodies_have_returned_and_one_that_returns_has_succeeded()
    {
        var gate = new Gate();
        var run = new TestPlan().Async("deaf", gate).Sync("pending", Nothing, after: ["deaf"]).Start();

        run.Cancel();
        Assert.Equal("deaf=Running pending=Cancelled", run.Steps.Statuses());
        Assert.False(run.Completion.IsCompleted);
        Assert.True(gate.Token.IsCancellationRequested);
        gate.Open();
        var outcome = await run.Completion.Soon();

        Assert.Equal("deaf=Succeeded pending=Cancelled", outcome.Statuses());
        Assert.Equal(RunStatus.Cancelled, outcome.Status);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Who_waits_for_the_results_alone_is_given_the_outcome_and_a_task_that_is_cancelled(bool isStarted)
    {
        using var source = new CancellationTokenSource();
        var gate = new Gate { HeedsCancellation = true };
        var plan = new TestPlan().Sync("a", Nothing).Async("b", gate, after: ["a"]);
        var results = isStarted ? plan.StartTyped(source.Token).GetResultsAsync() : plan.RunAsync(source.Token);
        await gate.Entered.Soon();

        await source.CancelAsync();
        var thrown = await Assert.ThrowsAsync<PlanCanceledException>(() => results.Soon());

        Assert.True(results.IsCanceled);
        Assert.Equal(source.Token, thrown.CancellationToken);
        Assert.Equal("Plan 'test' was cancelled", thrown.Message);
        Assert.Equal((RunStatus.Cancelled, "a=Succeeded b=Cancelled"), (thrown.Outcome.Status, thrown.Outcome.Statuses()));
        Assert.Same(thrown, await Assert.ThrowsAsync<PlanCanceledException>(() => results.Soon()));
    }

    [Fact]
    public async Task A_run_that_no_token_has_cancelled_names_none()
    {
        using var source = new CancellationTokenSource();
        var gate = new Gate { HeedsCancellation = true };
        var run = new TestPlan().Async("a", gate).StartTyped(source.Token);

        run.Cancel();
        var thrown = await Assert.ThrowsAsync<PlanCanceledException>(() => run.GetResultsAsync().Soon());

        Assert.Equal(CancellationToken.None, thrown.CancellationToken);
    }

    [Fact]
    public async Task A_body_that_fails_after_cancellation_is_listed_and_the_run_is_cancelled_all_the_same()
    {
        var gate = new Gate();
        var run = new TestPlan().Async("deaf", gate).Start();

        run.Cancel();
        gate.Fail(new InvalidOperationException("late"));
        var outcome = await run.Completion.Soon();

        Assert.Equal(RunStatus.Cancelled, outcome.Status);
        Assert.Null(outcome.Error);
        Assert.Equal("late", Assert.Single(outcome.Failures).Error?.Message);
    }

    [Fact]
    public async Task An_OperationCanceledException_is_a_failure_unless_the_token_of_the_attempt_was_cancelled()
    {
        var plan = new TestPlan().Async("impostor", static _ => Task.FromException(new OperationCanceledException("not ours")));

        var outcome = await plan.Start().Completion.Soon();

        Assert.Equal(RunStatus.Failed, outcome.Status);
        Assert.Equal("impostor=Failed", outcome.Statuses());
        Assert.Equal(FailureKind.Exception, outcome.Error?.Kind);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Whether_it_was_is_settled_when_the_body_throws(bool isGoverned)
    {
        // The clock is read between the end of the body and its being applied: there the run is cancelled.
        PlanRun? run = null;
        var clock = new InterruptingClock(() => run!.Cancel());
        var gate = new Gate();
        var plan = new TestPlan().Async("impostor", gate);
        if (isGoverned)
            plan.With(new() { TotalTimeout = TimeSpan.FromHours(1) });
        run = plan.Start(new() { TimeProvider = clock, Observer = new EventRecorder() });
        await gate.Entered.Soon();

        clock.IsArmed = true;
        gate.Fail(new OperationCanceledException("not ours"));
        var outcome = await run.Completion.Soon();

        Assert.Equal(RunStatus.Cancelled, outcome.Status);
        Assert.Equal("impostor=Failed", outcome.Statuses());
    }

    [Fact]
    public async Task A_token_that_is_cancelled_beforehand_lets_nothing_start()
    {
        var started = false;
        var plan = new TestPlan().Sync("a", () => started = true).Async("b", _ => Task.FromResult(started = true)).Wait("c")
            .SubPlan("d", new TestPlan().Sync("inner", () => started = true))
            .ForEach("e", () => FanOut.Over([started = true]), static (_, _) => Task.CompletedTask);

        var outcome = await plan.Start(cancellationToken: new(canceled: true)).Completion.Soon();

        Assert.Equal("a=Cancelled b=Cancelled c=Cancelled d=Cancelled e=Cancelled", outcome.Steps.Tree());
        Assert.Equal(RunStatus.Cancelled, outcome.Status);
        Assert.False(started);
    }

    [Fact]
    public async Task A_token_that_is_cancelled_beforehand_cancels_also_a_run_in_which_nothing_would_start()
    {
        var run = new TestPlan().Sync("notify", Nothing).RunWhen(RunWhen.Failure).Start(cancellationToken: new(canceled: true));

        var outcome = await run.Completion.Soon();

        Assert.Equal("notify=Skipped", outcome.Statuses());
        Assert.Equal(RunStatus.Cancelled, outcome.Status);
    }

    [Fact]
    public async Task RunAsync_throws_the_cancellation_of_its_token()
    {
        using var cancellation = new CancellationTokenSource();
        var gate = new Gate { HeedsCancellation = true };
        var run = new TestPlan().Async("a", gate).RunAsync(cancellation.Token);

        await cancellation.CancelAsync();
        var thrown = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.Soon());

        Assert.Equal(cancellation.Token, thrown.CancellationToken);
        Assert.True(run.IsCanceled);
    }

    [Fact]
    public async Task The_token_given_to_Start_cancels_the_run()
    {
        using var cancellation = new CancellationTokenSource();
        var gate = new Gate { HeedsCancellation = true };
        var run = new TestPlan().Async("a", gate).Start(cancellationToken: cancellation.Token);

        await cancellation.CancelAsync();

        Assert.Equal(RunStatus.Cancelled, (await run.Completion.Soon()).Status);
    }

    [Fact]
    public async Task A_run_that_has_ended_is_not_cancelled_any_more()
    {
        using var cancellation = new CancellationTokenSource();
        var recorder = new EventRecorder();
        var run = new TestPlan().Sync("a", Nothing).Start(new() { Observer = recorder }, cancellation.Token);
        await run.Completion.Soon();
        await recorder.Ended.Soon();

        await cancellation.CancelAsync();
        run.Cancel();

        Assert.Equal(RunStatus.Succeeded, (await run.Completion).Status);
        Assert.DoesNotContain(recorder.Events, static happened => happened is RunCancelRequestedEvent);
    }

    [Fact]
    public void A_token_that_outlives_its_run_does_not_keep_it_alive()
    {
        using var cancellation = new CancellationTokenSource();
        var ofRun = RunToItsEnd(cancellation.Token);

        GC.Collect();

        Assert.False(ofRun.IsAlive);
    }

    [Fact]
    public async Task Cancelling_twice_is_one_request()
    {
        var gate = new Gate();
        var recorder = new EventRecorder();
        var run = new TestPlan().Async("a", gate).Start(new() { Observer = recorder });

        run.Cancel();
        run.Cancel();
        gate.Open();
        await run.Completion.Soon();
        await recorder.Ended.Soon();

        Assert.Single(recorder.Events, static happened => happened is RunCancelRequestedEvent);
    }

    [Fact]
    public async Task A_request_after_an_aborting_failure_is_told_but_does_not_change_the_verdict()
    {
        var deaf = new Gate();
        var fails = new Gate();
        var recorder = new EventRecorder();
        var run = new TestPlan().Async("deaf", deaf).Async("fails", fails).Start(new() { Observer = recorder });
        fails.Fail(new InvalidOperationException("broken"));
        await run.WhenStatus("fails", StepStatus.Failed);

        run.Cancel();
        deaf.Open();
        var outcome = await run.Completion.Soon();
        await recorder.Ended.Soon();

        Assert.Equal(RunStatus.Failed, outcome.Status);
        Assert.Equal("deaf=Succeeded fails=Failed", outcome.Statuses());
        Assert.Single(recorder.Events, static happened => happened is RunCancelRequestedEvent);
    }

    [Fact]
    public async Task A_body_may_cancel_its_own_run()
    {
        PlanRun? run = null;
        var mayCancel = new Gate();
        run = new TestPlan()
            .Async("a", async cancellationToken =>
            {
                await mayCancel.EnterAsync(cancellationToken);
                run!.Cancel();
                cancellationToken.ThrowIfCancellationRequested();
            })
            .Start();
        mayCancel.Open();

        var outcome = await run.Completion.Soon();

        Assert.Equal("a=Cancelled", outcome.Statuses());
    }

    [Fact]
    public async Task A_callback_on_the_token_that_throws_does_not_harm_the_run()
    {
        var gate = new Gate();
        var run = new TestPlan()
            .Async("a", async cancellationToken =>
            {
                using var registration = cancellationToken.Register(static () => throw new InvalidOperationException("callback"));
                await gate.EnterAsync(cancellationToken);
            })
            .Start();
        await gate.Entered.Soon();

        run.Cancel();
        gate.Open();
        var outcome = await run.Completion.Soon();

        Assert.Equal("a=Succeeded", outcome.Statuses());
        Assert.Equal(RunStatus.Cancelled, outcome.Status);
    }

    [Fact]
    public async Task Bodies_are_given_no_token_where_no_step_takes_one()
    {
        var canBeCancelled = true;
        var table = Tables.Of(Tables.Step(0, isAsync: false));

        await PlanEngine.Start(new DelegateProgram(table, (_, token) =>
        {
            canBeCancelled = token.CanBeCanceled;
            return default;
        })).Completion.Soon();

        Assert.False(canBeCancelled);
    }

    [Fact]
    public async Task GetResultsAsync_throws_as_RunAsync_does()
    {
        var gate = new Gate { HeedsCancellation = true };
        var program = new ProgramWithResults<int>(new TestPlan().Async("a", gate).Program, static () => 1);
        var run = PlanEngine.Start<ProgramWithResults<int>, int>(program, null, default);

        run.Cancel();

        await Assert.ThrowsAsync<PlanCanceledException>(() => run.GetResultsAsync().Soon());
        Assert.Equal(RunStatus.Cancelled, (await run.Completion.Soon()).Status);
    }

    private sealed class InterruptingClock(Action interrupt) : TimeProvider
    {
        private int _isArmed;

        public bool IsArmed
        {
            set => _isArmed = value ? 1 : 0;
        }

        public override DateTimeOffset GetUtcNow()
        {
            if (Interlocked.Exchange(ref _isArmed, 0) == 1)
                interrupt();
            return base.GetUtcNow();
        }
    }

    // Apart, so that nothing of the run is left on the stack; on this thread alone, so that nothing is on another's.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference RunToItsEnd(CancellationToken cancellationToken)
    {
        var ofRun = new object();
        Assert.True(new TestPlan().Sync("a", () => GC.KeepAlive(ofRun)).RunAsync(cancellationToken).IsCompletedSuccessfully);
        return new(ofRun);
    }
}
