using PlanDsl.Testing.Internal;

namespace PlanDsl.Tests;

/// <summary>The slots of fallbacks of steps that hold none themselves.</summary>
public sealed class FallbackSlotTests
{
    private readonly ManualTimeProvider _clock = new();
    private readonly EventRecorder _recorder = new();
    private readonly Gate _first = new();
    private readonly Gate _busy = new();
    private readonly Gate _fallback = new() { HeedsCancellation = true };

    [Theory]
    [InlineData("loop")]
    [InlineData("sub-plan")]
    [InlineData("fan-out of loops")]
    [InlineData("fan-out of sub-plans")]
    public async Task It_waits_for_a_slot_behind_what_stands_in_line_already(string whole)
    {
        var run = await StartBusyAsync(whole);

        Assert.False(_fallback.IsEntered);
        _busy.Open();
        await _fallback.Entered.Soon();
        _fallback.Open();

        await AssertEndsAsync(run, RunStatus.Succeeded, "s=Succeeded w=Succeeded busy=Succeeded");
    }

    [Fact]
    public async Task That_of_a_wait_needs_one_too()
    {
        var run = new TestPlan { MaxParallel = 1 }.Async("busy", _busy)
            .Wait<int>("s", static _ => { }, policy: new() { Timeout = TimeSpan.FromSeconds(5) }).Fallback(context => _fallback.EnterAsync(context.CancellationToken))
            .Start(new() { TimeProvider = _clock, Observer = _recorder });
        await _busy.Entered.Soon();
        await run.WhenStatus("s", StepStatus.Waiting);
        _clock.Advance(TimeSpan.FromSeconds(5));

        Assert.False(_fallback.IsEntered);
        _busy.Open();
        await _fallback.Entered.Soon();
        _fallback.Open();

        await AssertEndsAsync(run, RunStatus.Succeeded, "busy=Succeeded s=Succeeded");
    }

    [Theory]
    [InlineData("loop")]
    [InlineData("sub-plan")]
    [InlineData("fan-out of loops")]
    public async Task A_run_that_is_cancelled_while_it_waits_cancels_the_step(string whole)
    {
        var run = await StartBusyAsync(whole);
        run.Cancel();
        _busy.Open();

        var outcome = await run.Completion.Soon();

        // The slot that the last attempt gives back is taken before the step has come to its fallback: if it has not by now, it has failed.
        Assert.Contains(outcome.Statuses(), (string[])["s=Cancelled w=Succeeded busy=Succeeded", "s=Failed w=Succeeded busy=Succeeded"]);
        Assert.Equal((RunStatus.Cancelled, false), (outcome.Status, _fallback.IsEntered));
        await _recorder.Ended.Soon();
        _recorder.AssertTellOf(outcome, whole);
    }

    [Fact]
    public async Task Time_that_is_up_while_it_waits_fails_the_step()
    {
        var run = await StartBusyAsync("loop", new() { TotalTimeout = TimeSpan.FromSeconds(5) });
        _clock.Advance(TimeSpan.FromSeconds(5));
        await run.WhenStatus("s", StepStatus.Failed);
        _busy.Open();

        var outcome = await AssertEndsAsync(run, RunStatus.Failed, "s=Failed w=Succeeded busy=Succeeded");
        Assert.Equal(FailureKind.Timeout, outcome.Error!.Kind);
    }

    [Fact]
    public async Task A_loop_that_is_exhausted_falls_back()
    {
        _fallback.Open();
        var run = new TestPlan().Async("s", static _ => Task.CompletedTask).Until(static _ => false, maxIterations: 1)
            .Fallback(context => _fallback.EnterAsync(context.CancellationToken))
            .Start(new() { Observer = _recorder });

        var outcome = await AssertEndsAsync(run, RunStatus.Succeeded, "s=Succeeded");
        Assert.Equal("s#1", Assert.Single(outcome.Steps[0].Children).Path);
    }

    /// <summary>A run in which another step has the only slot when a step that has none is at its fallback.</summary>
    private async Task<PlanRun> StartBusyAsync(string whole, StepPolicy? policy = null)
    {
        var plan = new TestPlan { MaxParallel = 1 };
        var inner = new TestPlan().Async("x", _first);
        if (whole == "loop")
            plan.Async("s", _first);
        else if (whole == "sub-plan")
            plan.SubPlan("s", inner);
        else
            plan.ForEach("s", static () => FanOut.Over<int>([1]), (_, context) => whole == "fan-out of loops" ? _first.EnterAsync(default) : inner.RunWithinAsync(context), onFailure: FailurePolicy.SkipDependents);
        if (whole == "fan-out of sub-plans")
            plan.Policy(static policy => policy with { IsSubPlan = true });
        if (whole.Contains("loop", StringComparison.Ordinal))
            plan.Until(static _ => true, maxIterations: 1);
        if (policy is not null)
            plan.With(policy);
        var run = plan.Fallback(context => _fallback.EnterAsync(context.CancellationToken))
            .Wait("w").Async("busy", _busy, after: ["w"]).Start(new() { TimeProvider = _clock, Observer = _recorder });
        await _first.Entered.Soon();
        run.Signal("w");
        await run.WhenStatus("w", StepStatus.Succeeded);
        _first.Fail(new InvalidOperationException("broken"));
        await _busy.Entered.Soon();
        return run;
    }

    private async Task<PlanOutcome> AssertEndsAsync(PlanRun run, RunStatus status, string expected)
    {
        var outcome = await run.Completion.Soon();
        await _recorder.Ended.Soon();
        Assert.Equal((status, expected), (outcome.Status, outcome.Statuses()));
        _recorder.AssertTellOf(outcome, expected);
        return outcome;
    }
}
