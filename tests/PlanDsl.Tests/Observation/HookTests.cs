using PlanDsl.Testing.Internal;

namespace PlanDsl.Tests;

public sealed class HookTests
{
    private readonly ManualTimeProvider _clock = new();
    private readonly List<PlanTransition> _plan = [];
    private readonly List<StepTransition> _steps = [];

    private PlanOptions Options => new() { TimeProvider = _clock, RunId = "run-1", OnPlanTransition = _plan.Add, OnStepTransition = _steps.Add };

    [Fact]
    public async Task Every_transition_of_a_run_is_told_with_the_time_before_it()
    {
        await new TestPlan().Sync("a", () => _clock.Advance(TimeSpan.FromSeconds(2))).Start(Options).Completion.Soon();

        Assert.Equal(
            [
                "Pending StartPlan Planning 0", "Planning PlannerFinished Dispatching 0", "Dispatching DispatchStep AwaitingResults 0",
                "AwaitingResults StepSucceeded Merging 2", "Merging ParallelComplete Completed 0",
            ],
            _plan.Select(static made => FormattableString.Invariant($"{made.From} {made.Trigger} {made.To} {made.Duration.TotalSeconds}")));
        Assert.All(_plan, static made => Assert.Equal(("run-1", "test"), (made.RunId, made.PlanId)));
    }

    [Fact]
    public async Task Every_transition_of_a_step_is_told_with_the_time_before_it()
    {
        var run = new TestPlan()
            .Sync("first", () => _clock.Advance(TimeSpan.FromSeconds(1)))
            .Governed("a", static context => context.Attempt == 1 ? throw new IOException("line cut") : Task.CompletedTask, new() { Retries = 1, RetryDelay = TimeSpan.FromSeconds(3) }, after: ["first"])
            .Start(Options);
        await run.WhenStatus("a", StepStatus.Waiting);
        await _clock.WhenTimerIsDueIn(TimeSpan.FromSeconds(3)).Soon();
        _clock.Advance(TimeSpan.FromSeconds(3));
        await run.Completion.Soon();

        Assert.Equal(
            [
                "first Pending Dispatch Running 0", "first Running Succeed Succeeded 1",
                "a Pending Dispatch Running 1", "a Running Wait Waiting 0", "a Waiting Wake Running 3", "a Running Succeed Succeeded 0",
            ],
            _steps.Select(static made => FormattableString.Invariant($"{made.StepPath} {made.From} {made.Trigger} {made.To} {made.Duration.TotalSeconds}")));
    }

    [Fact]
    public async Task A_step_that_waits_for_a_signal_wakes_when_it_comes()
    {
        var run = new TestPlan().Wait("approve").Start(Options);
        await run.WhenStatus("approve", StepStatus.Waiting);
        _clock.Advance(TimeSpan.FromSeconds(3));

        run.Signal("approve");
        await run.Completion.Soon();

        Assert.Equal(
            ["Pending Dispatch Running 0", "Running Wait Waiting 0", "Waiting Wake Running 3", "Running Succeed Succeeded 0"],
            _steps.Select(static made => FormattableString.Invariant($"{made.From} {made.Trigger} {made.To} {made.Duration.TotalSeconds}")));
    }

    [Fact]
    public async Task What_the_hooks_are_told_is_what_the_lifecycles_allow()
    {
        var plan = new TestPlan { MaxParallel = 2 };
        for (var i = 0; i < 50; i++)
            plan.Async($"s{i}", static async _ => await Task.Yield(), after: i < 5 ? null : [$"s{i - 5}"]);
        plan.Sync("fails", static () => throw new IOException("line cut"), after: ["s30"]);

        var outcome = await plan.Start(Options).Completion.Soon();

        var state = PlanState.Pending;
        foreach (var made in _plan)
        {
            Assert.Equal(state, made.From);
            Assert.True(PlanLifecycle.TryFire(state, made.Trigger, out state));
            Assert.Equal(state, made.To);
        }

        Assert.Equal(PlanState.Failed, state);
        foreach (var step in outcome.Steps)
        {
            var status = StepStatus.Pending;
            foreach (var made in _steps.Where(made => made.StepPath == step.Id))
            {
                Assert.Equal(status, made.From);
                Assert.True(StepLifecycle.TryFire(status, made.Trigger, out status));
            }

            Assert.Equal(step.Status, status);
        }
    }

    [Fact]
    public async Task Sub_plans_are_told_with_the_run_that_they_are_part_of()
    {
        await new TestPlan()
            .SubPlan("a", new TestPlan { Id = "inner" }.Sync("b", () => _clock.Advance(TimeSpan.FromSeconds(2))))
            .Start(Options).Completion.Soon();

        Assert.Equal(
            ["a Pending Dispatch Running 0", "a/b Pending Dispatch Running 0", "a/b Running Succeed Succeeded 2", "a Running Succeed Succeeded 2"],
            _steps.Select(static made => FormattableString.Invariant($"{made.StepPath} {made.From} {made.Trigger} {made.To} {made.Duration.TotalSeconds}")));
        Assert.Equal(5, _plan.Count(static made => made is { PlanId: "inner", RunId: "run-1" }));
    }

    [Fact]
    public async Task A_hook_may_act_on_the_run()
    {
        PlanRun? run = null;
        var started = new TaskCompletionSource();
        run = new TestPlan()
            .Async("a", new Gate { HeedsCancellation = true })
            .Start(new()
            {
                OnStepTransition = made =>
                {
                    if (made.To is StepStatus.Running)
                        _ = started.Task.ContinueWith(_ => run!.Cancel(), TaskScheduler.Default);
                },
            });
        started.SetResult();

        Assert.Equal(RunStatus.Cancelled, (await run.Completion.Soon()).Status);
    }

    [Fact]
    public async Task A_hook_that_throws_harms_nobody()
    {
        var run = new TestPlan().Sync("a", static () => { }).Start(new()
        {
            OnPlanTransition = static _ => throw new InvalidOperationException("hook"),
            OnStepTransition = static _ => throw new InvalidOperationException("hook"),
        });

        Assert.Equal(RunStatus.Succeeded, (await run.Completion.Soon()).Status);
    }
}
