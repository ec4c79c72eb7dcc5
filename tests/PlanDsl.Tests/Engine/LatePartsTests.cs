using PlanDsl.Testing.Internal;

namespace PlanDsl.Tests;

/// <summary>Steps that consist of parts, when something has ended what surrounds them.</summary>
public sealed class LatePartsTests
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(7);

    private readonly ManualTimeProvider _clock = new();
    private readonly EventRecorder _recorder = new();

    private PlanOptions Options => new() { TimeProvider = _clock, Observer = _recorder, CancelGrace = Grace };

    [Theory]
    [InlineData("fan-out", "broken=Failed s=Succeeded(s[0]=Succeeded s[1]=Succeeded)")]
    [InlineData("loop", "broken=Failed s=Succeeded(s#1=Succeeded s#2=Succeeded)")]
    [InlineData("fan-out of loops", "broken=Failed s=Succeeded(s[0]=Succeeded(s[0]#1=Succeeded s[0]#2=Succeeded) s[1]=Succeeded(s[1]#1=Succeeded s[1]#2=Succeeded))")]
    public async Task One_that_cleans_up_runs_all_its_parts_after_an_abort(string whole, string expected)
    {
        var plan = new TestPlan { MaxParallel = 1 }.Async("broken", static _ => throw new InvalidOperationException("broken"));
        var run = Cleanup(plan, whole, after: ["broken"]).Start(Options);

        await AssertEndsAsync(run, RunStatus.Failed, expected);
    }

    [Theory]
    [InlineData("fan-out", "s=Succeeded(s[0]=Succeeded s[1]=Succeeded) broken=Failed")]
    [InlineData("loop", "s=Succeeded(s#1=Succeeded s#2=Succeeded) broken=Failed")]
    [InlineData("fan-out of loops", "s=Succeeded(s[0]=Succeeded(s[0]#1=Succeeded s[0]#2=Succeeded) s[1]=Succeeded(s[1]#1=Succeeded s[1]#2=Succeeded)) broken=Failed")]
    public async Task One_that_cleans_up_already_goes_on_after_an_abort(string whole, string expected)
    {
        var (first, broken) = (new Gate(), new Gate());
        var run = Cleanup(new(), whole, after: [], first).Async("broken", broken).Start(Options);
        await first.Entered.Soon();
        await broken.Entered.Soon();
        broken.Fail(new InvalidOperationException("broken"));
        await run.WhenStatus("broken", StepStatus.Failed);
        first.Open();

        await AssertEndsAsync(run, RunStatus.Failed, expected);
    }

    [Theory]
    [InlineData(FailurePolicy.Abort, "s=Failed(s[0]=Cancelled) after=Cancelled")]
    [InlineData(FailurePolicy.SkipDependents, "s=Failed(s[0]=Succeeded) after=Skipped")]
    [InlineData(FailurePolicy.Continue, "s=Failed(s[0]=Succeeded) after=Succeeded")]
    public async Task A_source_that_fails_in_the_middle_fails_a_fan_out_whatever_becomes_of_its_elements(FailurePolicy onFailure, string expected)
    {
        var first = new Gate { HeedsCancellation = true };
        var run = new TestPlan()
            .ForEach("s", static () => FanOut.Over(OneThenBroken()), (_, context) => first.EnterAsync(context.CancellationToken), onFailure: onFailure)
            .Async("after", static _ => Task.CompletedTask, after: ["s"])
            .Start(Options);
        await first.Entered.Soon();
        if (onFailure is not FailurePolicy.Abort)
            first.Open();

        var outcome = await AssertEndsAsync(run, onFailure is FailurePolicy.Continue ? RunStatus.Succeeded : RunStatus.Failed, expected);
        Assert.Equal((FailureKind.Exception, "s"), (outcome.Steps[0].Error!.Kind, outcome.Steps[0].Error!.StepId));

        static IEnumerable<int> OneThenBroken()
        {
            yield return 0;
            throw new InvalidOperationException("broken");
        }
    }

    [Fact]
    public async Task A_group_that_is_cancelled_by_name_waits_for_a_member_that_ignores_it()
    {
        var (deaf, cleanup) = (new Gate(), new Gate());
        var run = new TestPlan().Governed("a", context => deaf.EnterAsync(context.CancellationToken))
            .Async("cleanup", cleanup, after: ["g"]).RunWhen(RunWhen.Always)
            .Group("g", ParallelStrategy.All, ["a"]).Start(Options);
        await deaf.Entered.Soon();
        run.CancelStep("g");

        Assert.Equal("g=Running cleanup=Pending", run.Steps.Statuses());
        _clock.Advance(Grace);
        await cleanup.Entered.Soon();
        cleanup.Open();

        var outcome = await AssertEndsAsync(run, RunStatus.Failed, "g=Cancelled(a=Cancelled) cleanup=Succeeded");
        Assert.Equal((true, false), (outcome.Steps[0].Children[0].IsAbandoned, outcome.Steps[0].IsAbandoned));
        Assert.Equal((FailureKind.Cancelled, "g"), (outcome.Error!.Kind, outcome.Error.StepId));
    }

    [Fact]
    public async Task A_member_that_is_cancelled_with_its_group_cannot_be_cancelled_by_name_any_more()
    {
        var held = new Gate();
        var run = new TestPlan().Governed("a", context => held.EnterAsync(context.CancellationToken))
            .Group("g", ParallelStrategy.FailFast, ["a"]).Start(Options);
        await held.Entered.Soon();
        run.CancelStep("g");
        run.CancelStep("a");
        held.Fail(new OperationCanceledException(held.Token));

        var outcome = await AssertEndsAsync(run, RunStatus.Failed, "g=Cancelled(a=Cancelled)");
        Assert.Equal((FailureKind.Cancelled, "g"), (outcome.Error!.Kind, outcome.Error.StepId));
    }

    [Theory]
    [InlineData(ParallelStrategy.Any, "g=Succeeded(a=Succeeded b=Cancelled)")]
    [InlineData(ParallelStrategy.All, "g=Cancelled(a=Succeeded b=Cancelled)")]
    public async Task A_group_that_is_cancelled_with_the_run_succeeds_where_those_suffice_that_return(ParallelStrategy strategy, string expected)
    {
        var (returns, stops) = (new Gate(), new Gate { HeedsCancellation = true });
        var run = new TestPlan().Async("a", returns).Async("b", stops).Group("g", strategy, ["a", "b"]).Start(Options);
        await returns.Entered.Soon();
        await stops.Entered.Soon();
        run.Cancel();
        await run.WhenStatus("g/b", StepStatus.Cancelled);
        returns.Open();

        await AssertEndsAsync(run, RunStatus.Cancelled, expected);
    }

    [Fact]
    public async Task A_member_that_returns_after_the_time_of_its_group_was_up_has_lost()
    {
        var (late, undone) = (new Gate(), new Gate());
        var run = new TestPlan().Async("a", late).Compensate(_ => undone.EnterAsync(default))
            .Group("g", ParallelStrategy.All, ["a"], onFailure: FailurePolicy.Continue).Policy(static policy => policy with { Timeout = TimeSpan.FromSeconds(5) })
            .Start(Options);
        await late.Entered.Soon();
        _clock.Advance(TimeSpan.FromSeconds(5));
        late.Open();
        await undone.Entered.Soon();
        undone.Open();

        await AssertEndsAsync(run, RunStatus.Succeeded, "g=Failed(a=Cancelled)");
    }

    [Fact]
    public async Task A_group_that_cleans_up_has_a_minute_where_it_says_nothing_else()
    {
        var stops = new Gate { HeedsCancellation = true };
        var run = new TestPlan().Async("broken", static _ => throw new InvalidOperationException("broken"))
            .Async("a", stops).Group("g", ParallelStrategy.All, ["a"], after: ["broken"]).RunWhen(RunWhen.Always).Start(Options);
        await stops.Entered.Soon();
        _clock.Advance(TimeSpan.FromSeconds(60));

        var outcome = await AssertEndsAsync(run, RunStatus.Failed, "broken=Failed g=Failed(a=Cancelled)");
        Assert.Equal(FailureKind.Timeout, outcome.Steps[1].Error!.Kind);
    }

    private static TestPlan Cleanup(TestPlan plan, string whole, string[] after, Gate? first = null)
    {
        Task Run(StepContext context) =>
            first is not null && context.ElementIndex is null or 0 && context.Iteration is 0 or 1 ? first?.EnterAsync(context.CancellationToken) ?? Task.CompletedTask : Task.CompletedTask;

        plan = whole == "loop" ? plan.Governed("s", Run, after: after) : plan.ForEach("s", static () => FanOut.Over([0, 1]), (_, context) => Run(context), after: after);
        if (whole.Contains("loop", StringComparison.Ordinal))
            plan.Until(static context => context.Iteration == 2, maxIterations: 2);
        return plan.RunWhen(RunWhen.Always);
    }

    private async Task<PlanOutcome> AssertEndsAsync(PlanRun run, RunStatus status, string expected)
    {
        var outcome = await run.Completion.Soon();
        await _recorder.Ended.Soon();
        Assert.Equal((status, expected), (outcome.Status, outcome.Steps.Tree()));
        _recorder.AssertTellOf(outcome, expected);
        return outcome;
    }
}
