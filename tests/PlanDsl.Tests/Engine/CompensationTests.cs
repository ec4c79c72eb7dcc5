using PlanDsl.Testing.Internal;

namespace PlanDsl.Tests;

public sealed class CompensationTests
{
    private static readonly Action Nothing = static () => { };
    private static readonly Action Fails = static () => throw new InvalidOperationException("broken");

    private readonly ManualTimeProvider _clock = new();
    private readonly EventRecorder _recorder = new();
    private readonly List<string> _undone = [];

    private PlanOptions Options => new() { TimeProvider = _clock, Observer = _recorder };

    [Fact]
    public async Task A_run_that_fails_undoes_what_has_returned_last_completed_first()
    {
        var slow = new Gate();
        var run = new TestPlan()
            .Async("slow", slow).Compensate(UndoAsync)
            .Sync("quick", Nothing).Compensate(UndoAsync)
            .Sync("plain", Nothing)
            .Sync("last", Nothing, after: ["slow", "quick", "plain"]).Compensate(UndoAsync)
            .Sync("fails", Fails, after: ["last"]).Compensate(UndoAsync)
            .Sync("never", Nothing, after: ["fails"]).Compensate(UndoAsync)
            .Start(Options);
        await run.WhenStatus("quick", StepStatus.Succeeded);
        slow.Open();
        var outcome = await EndAsync(run);

        Assert.Equal(["last", "slow", "quick"], _undone);
        Assert.Equal("slow=Succeeded quick=Succeeded plain=Succeeded last=Succeeded fails=Failed never=Cancelled", outcome.Statuses());
        Assert.Equal(
            [CompensationStatus.Succeeded, CompensationStatus.Succeeded, null, CompensationStatus.Succeeded, null, null],
            outcome.Steps.Select(static step => step.Compensation?.Status));
        Assert.Equal(
            ["last started", "last succeeded", "slow started", "slow succeeded", "quick started", "quick succeeded"],
            _recorder.Events.OfType<StepEvent>().Select(Tell).OfType<string>());
        Assert.IsType<RunCompletedEvent>(_recorder.Events[^1]);
    }

    [Fact]
    public async Task A_run_that_succeeds_undoes_nothing()
    {
        var run = new TestPlan()
            .Sync("a", Nothing).Compensate(UndoAsync)
            .Sync("tolerated", Fails, onFailure: FailurePolicy.Continue)
            .Start(Options);
        var outcome = await EndAsync(run);

        Assert.Equal(RunStatus.Succeeded, outcome.Status);
        Assert.Empty(_undone);
        Assert.Empty(outcome.CompensationFailures);
    }

    [Fact]
    public async Task So_does_a_run_that_is_cancelled_under_a_fresh_token()
    {
        var gate = new Gate { HeedsCancellation = true };
        var wasCancelled = true;
        var run = new TestPlan()
            .Sync("a", Nothing).Compensate(context =>
            {
                wasCancelled = context.CancellationToken.IsCancellationRequested;
                return UndoAsync(context);
            })
            .Async("b", gate, after: ["a"]).Compensate(UndoAsync)
            .Start(Options);
        await gate.Entered.Soon();

        run.Cancel();
        var outcome = await EndAsync(run);

        Assert.Equal(RunStatus.Cancelled, outcome.Status);
        Assert.Equal(["a"], _undone);
        Assert.False(wasCancelled);
    }

    [Fact]
    public async Task So_does_a_run_that_reaches_its_deadline_or_that_a_failure_fails_without_aborting_it()
    {
        var gate = new Gate { HeedsCancellation = true };
        var late = new TestPlan { Timeout = "1s" }.Sync("a", Nothing).Compensate(UndoAsync).Async("b", gate, after: ["a"]).Start(Options);
        await gate.Entered.Soon();
        _clock.Advance(TimeSpan.FromSeconds(1));
        await EndAsync(late);
        var failed = new TestPlan().Sync("c", Nothing).Compensate(UndoAsync).Sync("d", Fails, onFailure: FailurePolicy.SkipDependents).Start();
        await failed.Completion.Soon();

        Assert.Equal(["a", "c"], _undone);
    }

    [Fact]
    public async Task A_body_that_returns_after_the_cancellation_is_undone_too()
    {
        var deaf = new Gate();
        var run = new TestPlan().Async("deaf", deaf).Compensate(UndoAsync).Start(Options);
        await deaf.Entered.Soon();

        run.Cancel();
        deaf.Open();
        await EndAsync(run);

        Assert.Equal(["deaf"], _undone);
    }

    [Fact]
    public async Task A_step_that_has_succeeded_by_its_fallback_is_not_undone()
    {
        var run = new TestPlan()
            .Sync("a", Fails).Fallback(static _ => Task.CompletedTask).Compensate(UndoAsync)
            .Sync("fails", Fails, after: ["a"])
            .Start(Options);
        await EndAsync(run);

        Assert.Empty(_undone);
    }

    [Fact]
    public async Task It_comes_after_the_steps_that_run_also_after_failures()
    {
        var run = new TestPlan()
            .Sync("a", Nothing).Compensate(UndoAsync)
            .Sync("fails", Fails, after: ["a"])
            .Sync("cleanup", () => _undone.Add("cleanup"), after: ["fails"]).RunWhen(RunWhen.Always).Compensate(UndoAsync)
            .Start(Options);
        await EndAsync(run);

        Assert.Equal(["cleanup", "cleanup", "a"], _undone);
    }

    [Fact]
    public async Task One_at_a_time()
    {
        var gate = new Gate();
        var run = new TestPlan()
            .Sync("a", Nothing).Compensate(UndoAsync)
            .Sync("b", Nothing, after: ["a"]).Compensate(context => gate.EnterAsync(context.CancellationToken))
            .Sync("fails", Fails, after: ["b"])
            .Start(Options);
        await gate.Entered.Soon();

        Assert.Empty(_undone);
        Assert.Equal(CompensationStatus.Running, run.Steps[1].Compensation?.Status);
        Assert.False(run.Completion.IsCompleted);
        gate.Open();
        await EndAsync(run);

        Assert.Equal(["a"], _undone);
    }

    [Fact]
    public async Task One_that_fails_is_told_beside_the_original_failure_and_the_others_go_on()
    {
        var run = new TestPlan()
            .Sync("a", Nothing).Compensate(UndoAsync)
            .Sync("b", Nothing, after: ["a"]).Compensate(static _ => throw new InvalidOperationException("stuck"))
            .Sync("fails", Fails, after: ["b"])
            .Start(Options);
        var outcome = await EndAsync(run);

        Assert.Equal(["a"], _undone);
        Assert.Equal(("fails", "broken"), (outcome.Error!.StepId, outcome.Error.Message));
        var notUndone = Assert.Single(outcome.CompensationFailures);
        Assert.Equal(("b", StepStatus.Succeeded), (notUndone.Id, notUndone.Status));
        Assert.Equal(("b", "stuck", FailureKind.Exception), (notUndone.Compensation!.Error!.StepId, notUndone.Compensation.Error.Message, notUndone.Compensation.Error.Kind));
        Assert.EndsWith("; not compensated: stuck", notUndone.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("; compensated", outcome.Steps[0].ToString(), StringComparison.Ordinal);
        Assert.Equal("stuck", _recorder.Single<CompensationFailedEvent>().Error.Message);
    }

    [Theory]
    [InlineData(null, 30)]
    [InlineData(5, 5)]
    public async Task Each_is_bounded_by_a_timeout_of_its_own(int? declared, int seconds)
    {
        var gate = new Gate { HeedsCancellation = true };
        DateTimeOffset? deadline = null;
        var options = Options;
        if (declared is { } timeout)
            options.CompensationTimeout = TimeSpan.FromSeconds(timeout);
        var run = new TestPlan()
            .Sync("a", Nothing).Compensate(UndoAsync)
            .Sync("b", Nothing, after: ["a"]).Compensate(context =>
            {
                deadline = context.Deadline;
                return gate.EnterAsync(context.CancellationToken);
            })
            .Sync("fails", Fails, after: ["b"])
            .Start(options);
        await gate.Entered.Soon();
        Assert.Equal(_clock.GetUtcNow().AddSeconds(seconds), deadline);

        _clock.Advance(TimeSpan.FromSeconds(seconds));
        var outcome = await EndAsync(run);

        Assert.Equal(["a"], _undone);
        Assert.Equal(FailureKind.Timeout, outcome.Steps[1].Compensation!.Error!.Kind);
        Assert.Equal($"The compensation of step 'b' has reached its timeout of {seconds} s.", outcome.Steps[1].Compensation!.Error!.Message);
        Assert.False(_clock.AdvanceToNextTimer());
    }

    [Fact]
    public async Task One_that_ignores_its_token_is_given_up()
    {
        var deaf = new Gate();
        var run = new TestPlan().Sync("a", Nothing).Compensate(context => deaf.EnterAsync(context.CancellationToken)).Sync("fails", Fails, after: ["a"]).Start(Options);
        await deaf.Entered.Soon();

        _clock.Advance(TimeSpan.FromSeconds(60));
        var outcome = await EndAsync(run);
        deaf.Fail(new InvalidOperationException("too late"));

        Assert.Equal((CompensationStatus.Failed, FailureKind.Timeout), (outcome.Steps[0].Compensation!.Status, outcome.Steps[0].Compensation!.Error!.Kind));
        Assert.Equal("The compensation of step 'a' has reached its timeout of 30 s, and has not returned within 30 s of that.", outcome.Steps[0].Compensation!.Error!.Message);
    }

    [Fact]
    public async Task One_that_keeps_its_thread_is_given_up_too()
    {
        using var mayReturn = new ManualResetEventSlim();
        var entered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var run = new TestPlan()
            .Sync("a", Nothing).Compensate(UndoAsync)
            .Sync("b", Nothing, after: ["a"]).Compensate(_ =>
            {
                entered.SetResult();
                mayReturn.Wait(TimeSpan.FromMinutes(1));
                return Task.CompletedTask;
            })
            .Sync("fails", Fails, after: ["b"])
            .Start(Options);
        await entered.Task.Soon();

        _clock.Advance(TimeSpan.FromSeconds(60));
        var outcome = await EndAsync(run);
        mayReturn.Set();

        Assert.Equal(["a"], _undone);
        Assert.Equal(FailureKind.Timeout, outcome.Steps[1].Compensation!.Error!.Kind);
    }

    [Fact]
    public async Task A_late_subscriber_is_told_of_it()
    {
        var run = new TestPlan().Sync("a", Nothing).Compensate(UndoAsync).Sync("fails", Fails, after: ["a"]).Start();
        await run.Completion.Soon();
        using var subscription = run.Events.Subscribe(_recorder);
        await _recorder.Ended.Soon();

        Assert.Equal(["a started", "a succeeded"], _recorder.Events.OfType<StepEvent>().Select(Tell).OfType<string>());
    }

    [Fact]
    public async Task A_request_to_cancel_that_comes_meanwhile_has_no_effect()
    {
        var gate = new Gate { HeedsCancellation = true };
        var run = new TestPlan().Sync("a", Nothing).Compensate(context => gate.EnterAsync(context.CancellationToken)).Sync("fails", Fails, after: ["a"]).Start(Options);
        await gate.Entered.Soon();

        run.Cancel();
        Assert.False(gate.Token.IsCancellationRequested);
        gate.Open();
        var outcome = await EndAsync(run);

        Assert.Equal((RunStatus.Failed, CompensationStatus.Succeeded), (outcome.Status, outcome.Steps[0].Compensation!.Status));
    }

    [Fact]
    public async Task The_steps_of_a_sub_plan_are_undone_in_reverse_where_it_does_not_say_itself_how()
    {
        var inner = new TestPlan().Sync("x", Nothing).Compensate(UndoAsync).Sync("y", Nothing, after: ["x"]).Compensate(UndoAsync);
        var other = new TestPlan().Sync("z", Nothing).Compensate(UndoAsync);
        var run = new TestPlan()
            .Sync("first", Nothing).Compensate(UndoAsync)
            .SubPlan("inner", inner, after: ["first"])
            .SubPlan("other", other, after: ["inner"]).Compensate(UndoAsync)
            .Sync("fails", Fails, after: ["other"])
            .Start(Options);
        var outcome = await EndAsync(run);

        Assert.Equal(["other", "y", "x", "first"], _undone);
        Assert.All(outcome.Steps[1].Children, static step => Assert.Equal(CompensationStatus.Succeeded, step.Compensation?.Status));
        Assert.Contains(_recorder.Events, static happened => happened is CompensationStartedEvent { StepPath: "inner/y", Parent: "inner" });
    }

    [Fact]
    public async Task A_sub_plan_that_fails_undoes_its_own_steps_at_once()
    {
        var inner = new TestPlan().Sync("x", Nothing).Compensate(UndoAsync).Sync("fails", Fails, after: ["x"]);
        var run = new TestPlan()
            .SubPlan("inner", inner, onFailure: FailurePolicy.Continue)
            .Sync("after", () => _undone.Add("after"), after: ["inner"])
            .Start(Options);
        var outcome = await EndAsync(run);

        Assert.Equal(["x", "after"], _undone);
        Assert.Equal(RunStatus.Succeeded, outcome.Status);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    public void A_timeout_that_leaves_no_time_is_refused(int seconds) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new PlanOptions { CompensationTimeout = TimeSpan.FromSeconds(seconds) });

    private static string? Tell(StepEvent happened) => happened switch
    {
        CompensationStartedEvent => $"{happened.StepPath} started",
        CompensationSucceededEvent => $"{happened.StepPath} succeeded",
        CompensationFailedEvent => $"{happened.StepPath} failed",
        _ => null,
    };

    private Task UndoAsync(StepContext context)
    {
        _undone.Add(context.StepId);
        return Task.CompletedTask;
    }

    private async Task<PlanOutcome> EndAsync(PlanRun run)
    {
        var outcome = await run.Completion.Soon();
        await _recorder.Ended.Soon();
        _recorder.AssertTellOf(outcome, "compensation");
        return outcome;
    }
}
