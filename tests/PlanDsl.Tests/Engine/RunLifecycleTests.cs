using PlanDsl.Testing.Internal;

namespace PlanDsl.Tests;

/// <summary>What fires the lifecycle of a run that has more to do than to come to its end.</summary>
public sealed class RunLifecycleTests
{
    private const string Opening = "StartPlan PlannerFinished DispatchStep ";
    private const string Round = "StepSucceeded PlannerFinished DispatchStep ";

    private static readonly Action Nothing = static () => { };
    private static readonly Action Fails = static () => throw new InvalidOperationException("broken");

    private readonly List<PlanTransition> _made = [];
    private readonly ManualTimeProvider _clock = new();

    private PlanOptions Options => new() { TimeProvider = _clock, OnPlanTransition = _made.Add };

    [Fact]
    public async Task After_an_aborting_failure_what_runs_also_then_and_what_is_undone_comes_before_the_end()
    {
        await EndAsync(new TestPlan()
            .Sync("a", Nothing).Compensate(static _ => Task.CompletedTask)
            .Sync("fails", Fails, after: ["a"])
            .Sync("cleanup", Nothing, after: ["fails"]).RunWhen(RunWhen.Always));

        Assert.Equal(Opening + Round + "StepSucceeded PlannerFinished StepFailed", Triggers);
        Assert.Equal(PlanState.Failed, _made[^1].To);
    }

    [Fact]
    public async Task An_aborting_failure_fires_nothing_but_the_end()
    {
        await EndAsync(new TestPlan().Sync("fails", Fails).Sync("after", Nothing, after: ["fails"]));

        Assert.Equal(Opening + "StepFailed", Triggers);
    }

    [Fact]
    public async Task A_round_is_one_however_many_steps_it_hands_out_and_also_where_it_hands_out_none()
    {
        var (first, second) = (new Gate(), new Gate());
        var run = new TestPlan().Async("first", first).Async("second", second).Start(Options);
        await first.Entered.Soon();
        await second.Entered.Soon();
        Assert.Equal(Opening.TrimEnd(), Triggers);

        first.Open();
        await run.WhenStatus("first", StepStatus.Succeeded);
        second.Open();
        await run.Completion.Soon();

        Assert.Equal(Opening + Round + "StepSucceeded ParallelComplete", Triggers);
    }

    [Fact]
    public async Task The_end_of_a_group_completes_in_parallel_and_those_of_its_members_are_steps()
    {
        await EndAsync(new TestPlan { MaxParallel = 1 }
            .Sync("a", Nothing).Sync("b", Nothing).Group("g", ParallelStrategy.All, ["a", "b"]));

        Assert.Equal(Opening + Round + Round + "ParallelComplete ParallelComplete", Triggers);
        Assert.Equal([PlanState.Merging, PlanState.Completed], _made.TakeLast(2).Select(static made => made.To));
    }

    [Fact]
    public async Task A_failure_that_does_not_abort_is_a_completion_and_fails_the_run_at_its_end()
    {
        await EndAsync(new TestPlan().Sync("fails", Fails, onFailure: FailurePolicy.SkipDependents).Sync("after", Nothing, after: ["fails"]));

        Assert.Equal(Opening + "StepSucceeded PlannerFinished StepFailed", Triggers);
    }

    [Fact]
    public async Task A_condition_that_says_no_is_a_completion()
    {
        await EndAsync(new TestPlan().Sync("a", Nothing).When(static () => false).Sync("b", Nothing, after: ["a"]));

        Assert.Equal(Opening + Round + "StepSucceeded ParallelComplete", Triggers);
        Assert.Equal(PlanState.Completed, _made[^1].To);
    }

    [Fact]
    public async Task A_step_cancelled_by_name_is_one_unless_it_aborts()
    {
        await EndAsync(FailurePolicy.Continue);
        Assert.Equal(Opening + Round + "StepSucceeded ParallelComplete", Triggers);

        _made.Clear();
        await EndAsync(FailurePolicy.Abort);
        Assert.Equal(Opening + "StepFailed", Triggers);

        async Task EndAsync(FailurePolicy policy)
        {
            var gate = new Gate { HeedsCancellation = true };
            var run = new TestPlan().Async("a", gate).Sync("b", Nothing, after: ["a"], onFailure: policy).Start(Options);
            await gate.Entered.Soon();
            run.CancelStep("b");
            gate.Open();
            await run.Completion.Soon();
        }
    }

    [Fact]
    public async Task A_cancelled_run_ends_in_failed_and_one_at_its_deadline_by_timeout()
    {
        var cancelled = await EndAsync(static (run, _) => run.Cancel());
        Assert.Equal(RunStatus.Cancelled, cancelled.Status);
        Assert.Equal(Opening + "StepFailed", Triggers);
        Assert.Equal(PlanState.Failed, _made[^1].To);

        _made.Clear();
        await EndAsync(static (_, clock) => clock.Advance(TimeSpan.FromSeconds(1)));
        Assert.Equal(Opening + "Timeout", Triggers);

        async Task<PlanOutcome> EndAsync(Action<PlanRun, ManualTimeProvider> end)
        {
            var gate = new Gate { HeedsCancellation = true };
            var run = new TestPlan { Timeout = "1s" }.Async("a", gate).Sync("b", Nothing, after: ["a"]).Start(Options);
            await gate.Entered.Soon();
            end(run, _clock);
            return await run.Completion.Soon();
        }
    }

    private string Triggers => string.Join(' ', _made.Select(static made => made.Trigger));

    private Task<PlanOutcome> EndAsync(TestPlan plan) => plan.Start(Options).Completion.Soon();
}
