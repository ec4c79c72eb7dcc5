using PlanDsl.Testing.Internal;

namespace PlanDsl.Tests;

public sealed class GroupTests
{
    private readonly ManualTimeProvider _clock = new();
    private readonly EventRecorder _recorder = new();
    private readonly Dictionary<string, Gate> _gates = new()
    {
        ["a"] = new() { HeedsCancellation = true },
        ["b"] = new() { HeedsCancellation = true },
        ["c"] = new() { HeedsCancellation = true },
    };

    private readonly List<string> _collected = [];

    private PlanOptions Options => new() { TimeProvider = _clock, Observer = _recorder };

    // a member: + returns, - throws; in this order, the others still executing at the end.
    [Theory]
    [InlineData(ParallelStrategy.All, 0, "+a +b +c", "g=Succeeded(a=Succeeded b=Succeeded c=Succeeded) after=Succeeded", "abc")]
    [InlineData(ParallelStrategy.All, 0, "-a +b +c", "g=Partial(a=Failed b=Succeeded c=Succeeded) after=Cancelled", "")]
    [InlineData(ParallelStrategy.All, 0, "-a -b -c", "g=Failed(a=Failed b=Failed c=Failed) after=Cancelled", "")]
    [InlineData(ParallelStrategy.FailFast, 0, "+a +b +c", "g=Succeeded(a=Succeeded b=Succeeded c=Succeeded) after=Succeeded", "abc")]
    [InlineData(ParallelStrategy.FailFast, 0, "+a -b", "g=Failed(a=Succeeded b=Failed c=Cancelled) after=Cancelled", "")]
    [InlineData(ParallelStrategy.Any, 0, "+b", "g=Succeeded(a=Cancelled b=Succeeded c=Cancelled) after=Succeeded", "b")]
    [InlineData(ParallelStrategy.Any, 0, "-a -b +c", "g=Succeeded(a=Failed b=Failed c=Succeeded) after=Succeeded", "c")]
    [InlineData(ParallelStrategy.Any, 0, "-a -b -c", "g=Failed(a=Failed b=Failed c=Failed) after=Cancelled", "")]
    [InlineData(ParallelStrategy.Threshold, 2, "+a +c", "g=Succeeded(a=Succeeded b=Cancelled c=Succeeded) after=Succeeded", "ac")]
    [InlineData(ParallelStrategy.Threshold, 2, "+a -b +c", "g=Succeeded(a=Succeeded b=Failed c=Succeeded) after=Succeeded", "ac")]
    [InlineData(ParallelStrategy.Threshold, 2, "-a -b", "g=Failed(a=Failed b=Failed c=Cancelled) after=Cancelled", "")]
    [InlineData(ParallelStrategy.BestEffort, 0, "+a +b +c", "g=Succeeded(a=Succeeded b=Succeeded c=Succeeded) after=Succeeded", "abc")]
    [InlineData(ParallelStrategy.BestEffort, 0, "-a +b -c", "g=Partial(a=Failed b=Succeeded c=Failed) after=Succeeded", "b")]
    [InlineData(ParallelStrategy.BestEffort, 0, "-a -b -c", "g=Failed(a=Failed b=Failed c=Failed) after=Cancelled", "")]
    public async Task The_strategy_turns_the_members_ends_into_the_groups(ParallelStrategy strategy, int threshold, string ends, string expected, string collected)
    {
        var run = Race(strategy, threshold).Start(Options);
        foreach (var end in ends.Split(' '))
        {
            if (end[0] == '+')
                _gates[end[1..]].Open();
            else
                _gates[end[1..]].Fail(new InvalidOperationException($"{end[1..]} is broken"));
            await run.WhenStatus($"g/{end[1..]}", end[0] == '+' ? StepStatus.Succeeded : StepStatus.Failed);
        }

        var outcome = await run.Completion.Soon();
        await _recorder.Ended.Soon();

        Assert.Equal(expected, outcome.Steps.Tree());
        Assert.Equal(collected, string.Concat(_collected));
        Assert.Equal(expected.EndsWith("after=Succeeded", StringComparison.Ordinal) ? RunStatus.Succeeded : RunStatus.Failed, outcome.Status);
        _recorder.AssertTellOf(outcome, ends);
        if (outcome.Steps[0].Status is StepStatus.Partial)
            Assert.Equal((outcome.Status is RunStatus.Succeeded, true), HowTheGroupEnded());
    }

    [Fact]
    public async Task Losers_are_cancelled_at_the_verdict_and_dependents_do_not_wait_for_them()
    {
        var stubborn = _gates["a"] = new();
        var after = new Gate();
        var run = new TestPlan()
            .Async("a", stubborn).Async("b", _gates["b"]).Async("after", after, after: ["g"])
            .Group("g", ParallelStrategy.Any, ["a", "b"]).Start(Options);

        _gates["b"].Open();
        await after.Entered.Soon();

        Assert.True(stubborn.Token.IsCancellationRequested);
        Assert.Equal("after=Running g=Succeeded(a=Running b=Succeeded)", run.Steps.Sorted().Tree());
        after.Open();
        await run.WhenStatus("after", StepStatus.Succeeded);
        Assert.False(run.Completion.IsCompleted);
        stubborn.Open();
        Assert.Equal("after=Succeeded g=Succeeded(a=Cancelled b=Succeeded)", (await run.Completion.Soon()).Steps.Sorted().Tree());
    }

    [Fact]
    public async Task Members_that_never_started_end_cancelled_at_the_verdict()
    {
        var run = Race(ParallelStrategy.Any, 0, maxParallel: 1).Start(Options);
        await _gates["a"].Entered.Soon();
        _gates["a"].Open();

        var outcome = await run.Completion.Soon();
        await _recorder.Ended.Soon();

        Assert.Equal("g=Succeeded(a=Succeeded b=Cancelled c=Cancelled) after=Succeeded", outcome.Steps.Tree());
        Assert.Equal([1, 0, 0], outcome.Steps[0].Children.Select(static member => member.Attempts));
        _recorder.AssertTellOf(outcome, "never started");
    }

    [Fact]
    public async Task A_member_that_waits_for_its_retry_is_cancelled_at_the_verdict()
    {
        var run = new TestPlan()
            .Async("a", static _ => throw new InvalidOperationException("broken")).With(new() { Retries = 1, RetryDelay = TimeSpan.FromHours(1) })
            .Async("b", _gates["b"]).Group("g", ParallelStrategy.Any, ["a", "b"]).Start(Options);
        await run.WhenStatus("g/a", StepStatus.Waiting);

        _gates["b"].Open();

        Assert.Equal("g=Succeeded(a=Cancelled b=Succeeded)", (await run.Completion.Soon()).Steps.Tree());
    }

    [Fact]
    public async Task A_timeout_of_a_member_is_a_failure_that_it_may_retry()
    {
        var gates = new Queue<Gate>([_gates["a"], _gates["b"]]);
        var run = new TestPlan()
            .Async("a", token => gates.Dequeue().EnterAsync(token)).With(new() { Timeout = TimeSpan.FromSeconds(1), Retries = 1 })
            .Group("g", ParallelStrategy.All, ["a"]).Start(Options);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await _gates["b"].Entered.Soon();
        _gates["b"].Open();

        var outcome = await run.Completion.Soon();
        Assert.Equal(("g=Succeeded(a=Succeeded)", 2), (outcome.Steps.Tree(), outcome.Steps[0].Children[0].Attempts));
    }

    [Fact]
    public async Task A_member_that_its_fallback_brings_to_success_counts_as_one_that_succeeded()
    {
        var outcome = await new TestPlan().Async("a", static _ => throw new InvalidOperationException("broken")).Fallback(static _ => Task.CompletedTask)
            .Async("b", static _ => Task.CompletedTask)
            .Group("g", ParallelStrategy.All, ["a", "b"]).Start(Options).Completion.Soon();

        Assert.Equal(("g=Succeeded(a=Succeeded b=Succeeded)", true), (outcome.Steps.Tree(), outcome.Steps[0].Children[0].IsFallback));
    }

    [Fact]
    public async Task The_failure_of_a_member_touches_nothing_outside_its_group()
    {
        var outside = new Gate { HeedsCancellation = true };
        var run = new TestPlan().Async("a", _gates["a"]).Async("b", _gates["b"]).Async("outside", outside)
            .Group("g", ParallelStrategy.Any, ["a", "b"]).Start(Options);
        await outside.Entered.Soon();
        _gates["a"].Fail(new InvalidOperationException("broken"));
        await run.WhenStatus("g/a", StepStatus.Failed);
        Assert.False(outside.Token.IsCancellationRequested);
        _gates["b"].Open();
        outside.Open();

        var outcome = await run.Completion.Soon();
        Assert.Equal(("g=Succeeded(a=Failed b=Succeeded) outside=Succeeded", RunStatus.Succeeded, null), (outcome.Steps.Tree(), outcome.Status, outcome.Error));
        Assert.Empty(outcome.Failures);
    }

    [Fact]
    public async Task A_timeout_of_the_group_bounds_the_whole()
    {
        var run = Race(ParallelStrategy.All, 0, policy: static policy => policy with { Timeout = TimeSpan.FromSeconds(2) }).Start(Options);
        _gates["a"].Open();
        await run.WhenStatus("g/a", StepStatus.Succeeded);
        _clock.Advance(TimeSpan.FromSeconds(2));

        var outcome = await run.Completion.Soon();
        await _recorder.Ended.Soon();

        Assert.Equal("g=Failed(a=Succeeded b=Cancelled c=Cancelled) after=Cancelled", outcome.Steps.Tree());
        Assert.Equal((FailureKind.Timeout, "g", "Step 'g' has reached its timeout of 2 s."), (outcome.Error!.Kind, outcome.Error.StepId, outcome.Error.Message));
        Assert.Equal("g", _recorder.Single<StepTimeoutEvent>().StepPath);
        _recorder.AssertTellOf(outcome, "timeout");
    }

    [Theory]
    [InlineData(FailurePolicy.Continue, "g=Failed(a=Failed) after=Succeeded", RunStatus.Succeeded)]
    [InlineData(FailurePolicy.SkipDependents, "g=Failed(a=Failed) after=Skipped", RunStatus.Failed)]
    public async Task The_groups_own_policy_says_what_its_failure_means(FailurePolicy onFailure, string expected, RunStatus status)
    {
        var outcome = await new TestPlan().Async("a", static _ => throw new InvalidOperationException("broken"))
            .Async("after", static _ => Task.CompletedTask, after: ["g"])
            .Group("g", ParallelStrategy.All, ["a"], onFailure: onFailure).Start(Options).Completion.Soon();

        Assert.Equal((expected, status), (outcome.Steps.Tree(), outcome.Status));
    }

    [Fact]
    public async Task The_error_of_a_group_tells_of_its_members()
    {
        var run = Race(ParallelStrategy.Any, 0).Start(Options);
        foreach (var member in (string[])["b", "a", "c"])
        {
            _gates[member].Fail(new InvalidOperationException($"{member} is broken"));
            await run.WhenStatus($"g/{member}", StepStatus.Failed);
        }

        var outcome = await run.Completion.Soon();

        Assert.Equal("3 of 3 members of group 'g' failed, 'g/b' first: b is broken", outcome.Error!.Message);
        Assert.Equal(("g", FailureKind.Exception), (outcome.Error.StepId, outcome.Error.Kind));
        Assert.Equal(3, Assert.IsType<AggregateException>(outcome.Error.Exception).InnerExceptions.Count);
        Assert.Equal(["g"], outcome.Failures.Select(static step => step.Id));
    }

    [Fact]
    public async Task A_member_whose_condition_does_not_hold_does_not_count()
    {
        var outcome = await new TestPlan().Async("a", static _ => Task.CompletedTask).When(static () => false)
            .Async("b", static _ => throw new InvalidOperationException("broken"))
            .Group("g", ParallelStrategy.Any, ["a", "b"]).Start(Options).Completion.Soon();

        Assert.Equal("g=Failed(a=Skipped b=Failed)", outcome.Steps.Tree());
    }

    [Fact]
    public async Task A_threshold_that_too_few_members_run_for_is_not_said_to_be_one_that_none_ran_for()
    {
        var outcome = await new TestPlan().Async("a", static _ => Task.CompletedTask)
            .Async("b", static _ => Task.CompletedTask).When(static () => false)
            .Group("g", ParallelStrategy.Threshold, ["a", "b"], threshold: 2).Start(Options).Completion.Soon();

        Assert.Equal(FailureKind.Condition, outcome.Error!.Kind);
        Assert.Equal("Of the members of group 'g' only 1 is to run, and 2 are to succeed.", outcome.Error.Message);
    }

    [Fact]
    public async Task A_member_cancelled_by_name_is_a_failure_of_it()
    {
        var run = Race(ParallelStrategy.FailFast, 0).Start(Options);
        run.CancelStep("b");

        var outcome = await run.Completion.Soon();

        Assert.Equal("g=Failed(a=Cancelled b=Cancelled c=Cancelled) after=Cancelled", outcome.Steps.Tree());
        Assert.Equal((FailureKind.Cancelled, "g/b"), (outcome.Error!.Kind, outcome.Error.StepId));
    }

    [Fact]
    public async Task A_foreign_OperationCanceledException_of_a_member_is_a_failure_of_the_group()
    {
        var outcome = await new TestPlan().Async("a", static _ => throw new TaskCanceledException("of HttpClient"))
            .Group("g", ParallelStrategy.FailFast, ["a"]).Start(Options).Completion.Soon();

        Assert.Equal(("g=Failed(a=Failed)", "of HttpClient"), (outcome.Steps.Tree(), outcome.Error!.Message));
    }

    [Fact]
    public async Task A_loser_whose_body_returns_is_undone_at_once()
    {
        var (stubborn, after, undone) = (new Gate(), new Gate(), new Gate());
        var run = new TestPlan().Async("a", stubborn).Compensate(_ => undone.EnterAsync(default)).Async("b", _gates["b"]).Async("after", after, after: ["g"])
            .Group("g", ParallelStrategy.Any, ["a", "b"]).Start(Options);
        _gates["b"].Open();
        await after.Entered.Soon();

        stubborn.Open();
        await undone.Entered.Soon();
        Assert.Equal("g=Succeeded(a=Cancelled b=Succeeded) after=Running", run.Steps.Tree());
        undone.Open();
        after.Open();

        var outcome = await run.Completion.Soon();
        await _recorder.Ended.Soon();
        Assert.Equal((RunStatus.Succeeded, CompensationStatus.Succeeded), (outcome.Status, outcome.Steps[0].Children[0].Compensation!.Status));
        _recorder.AssertTellOf(outcome, "undone");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Cancelling_the_run_or_the_group_cancels_its_members(bool byName)
    {
        var run = Race(ParallelStrategy.BestEffort, 0).Start(Options);
        if (byName)
            run.CancelStep("g");
        else
            run.Cancel();

        var outcome = await run.Completion.Soon();
        await _recorder.Ended.Soon();

        Assert.Equal("g=Cancelled(a=Cancelled b=Cancelled c=Cancelled) after=Cancelled", outcome.Steps.Tree());
        Assert.Equal(byName ? RunStatus.Failed : RunStatus.Cancelled, outcome.Status);
        _recorder.AssertTellOf(outcome, "cancelled");
    }

    [Fact]
    public async Task Members_stand_below_their_group_in_events_and_for_late_subscribers()
    {
        var outcome = await new TestPlan().Sync("a", static () => { }).Group("g", ParallelStrategy.All, ["a"]).Start(Options).Completion.Soon();
        await _recorder.Ended.Soon();

        Assert.Equal(["g", "g/a", "g/a", "g"], _recorder.Events.OfType<StepEvent>().Select(static step => step.StepPath));
        Assert.Equal([null, "g", "g", null], _recorder.Events.OfType<StepEvent>().Select(static step => step.Parent));
        Assert.Equal(("a", "g/a"), (outcome.Steps[0].Children[0].Id, outcome.Steps[0].Children[0].Path));
        _recorder.AssertTellOf(outcome, "members");
    }

    private (bool Succeeded, bool Partial) HowTheGroupEnded() => _recorder.Events.OfType<StepEvent>().Last(static step => step.StepPath == "g") switch
    {
        StepSucceededEvent succeeded => (true, succeeded.Partial),
        StepFailedEvent failed => (false, failed.Partial),
        _ => default,
    };

    private TestPlan Race(ParallelStrategy strategy, int threshold, int? maxParallel = null, Func<StepPolicy, StepPolicy>? policy = null) =>
        new TestPlan { MaxParallel = maxParallel }
            .Async("a", _gates["a"]).Async("b", _gates["b"]).Async("c", _gates["c"]).Async("after", static _ => Task.CompletedTask, after: ["g"])
            .Group("g", strategy, ["a", "b", "c"], threshold: threshold, collect: hasSucceeded => _collected.AddRange(_gates.Keys.Where(hasSucceeded)))
            .Policy(policy ?? (static policy => policy));
}
