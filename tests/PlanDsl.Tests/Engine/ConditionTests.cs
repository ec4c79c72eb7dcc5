using PlanDsl.Testing.Internal;

namespace PlanDsl.Tests;

public sealed class ConditionTests
{
    private readonly EventRecorder _recorder = new();

    private PlanOptions Options => new() { Observer = _recorder };

    [Fact]
    public async Task A_step_whose_condition_is_false_is_skipped_and_its_dependents_run()
    {
        var isCalled = false;
        var run = new TestPlan()
            .Sync("a", () => isCalled = true).When(static () => false)
            .Sync("after", static () => { }, after: ["a"])
            .Start(Options);
        var outcome = await run.Completion.Soon();
        await _recorder.Ended.Soon();

        Assert.False(isCalled);
        Assert.Equal("a=Skipped after=Succeeded", outcome.Statuses());
        Assert.Equal((RunStatus.Succeeded, SkipCause.Condition), (outcome.Status, outcome.Steps[0].SkipCause));
        Assert.Equal(SkipCause.Condition, _recorder.Single<StepSkippedEvent>().Cause);
        _recorder.AssertTellOf(outcome, "condition");
    }

    [Fact]
    public async Task A_step_whose_condition_holds_runs()
    {
        var outcome = await new TestPlan().Sync("a", static () => { }).When(static () => true).Start(Options).Completion.Soon();

        Assert.Equal("a=Succeeded", outcome.Statuses());
    }

    [Fact]
    public async Task The_condition_is_asked_once_when_all_predecessors_have_ended()
    {
        var order = new List<string>();
        var gate = new Gate();
        var run = new TestPlan()
            .Async("first", gate)
            .Async("second", static _ => Task.CompletedTask)
            .Async("a", _ =>
            {
                order.Add("body");
                return Task.CompletedTask;
            }, after: ["first", "second"]).When(() =>
            {
                order.Add(gate.IsEntered ? "asked" : "too early");
                return true;
            })
            .Start(Options);
        await run.WhenStatus("second", StepStatus.Succeeded);
        Assert.Empty(order);

        gate.Open();
        await run.Completion.Soon();

        Assert.Equal(["asked", "body"], order);
    }

    [Fact]
    public async Task A_condition_that_throws_is_a_failure_of_kind_condition()
    {
        var run = new TestPlan()
            .Sync("a", static () => { }, onFailure: FailurePolicy.SkipDependents).When(static () => throw new InvalidOperationException("cannot say")).With(new() { Retries = 3 })
            .Fallback(static _ => Task.CompletedTask)
            .Sync("after", static () => { }, after: ["a"])
            .Sync("other", static () => { })
            .Start(Options);
        var outcome = await run.Completion.Soon();
        await _recorder.Ended.Soon();

        Assert.Equal("a=Failed after=Skipped other=Succeeded", outcome.Statuses());
        Assert.Equal((FailureKind.Condition, "The condition of step 'a' has thrown: cannot say", "a"), (outcome.Error!.Kind, outcome.Error.Message, outcome.Error.StepId));
        Assert.Equal(0, outcome.Steps[0].Attempts);
        _recorder.AssertTellOf(outcome, "condition");
    }

    [Fact]
    public async Task A_condition_is_not_asked_for_a_step_that_is_skipped_anyway()
    {
        var isAsked = false;
        var outcome = await new TestPlan()
            .Sync("fails", static () => throw new InvalidOperationException("broken"), onFailure: FailurePolicy.SkipDependents)
            .Sync("a", static () => { }, after: ["fails"]).When(() => isAsked = true)
            .Start(Options).Completion.Soon();

        Assert.False(isAsked);
        Assert.Equal(SkipCause.Dependency, outcome.Steps[1].SkipCause);
    }

    [Fact]
    public async Task A_condition_needs_no_slot()
    {
        var gate = new Gate();
        var run = new TestPlan { MaxParallel = 1 }
            .Async("busy", gate)
            .Sync("a", static () => { }).When(static () => false)
            .Start(Options);

        await run.WhenStatus("a", StepStatus.Skipped);
        gate.Open();

        Assert.Equal("busy=Succeeded a=Skipped", (await run.Completion.Soon()).Statuses());
    }

    [Fact]
    public async Task A_condition_that_keeps_its_thread_keeps_nothing_else_waiting()
    {
        using var held = new Held();
        var (first, next, asked) = (new Gate(), new Gate(), new Held());
        var run = new TestPlan()
            .Async("first", first)
            .Sync("a", static () => { }, after: ["first"]).When(held.Wait)
            .Sync("b", static () => { }, after: ["first"]).When(() =>
            {
                asked.Release();
                return true;
            })
            .Async("next", next, after: ["first"])
            .Start(Options);
        first.Open();

        await next.Entered.Soon();
        Assert.True(asked.Wait());
        next.Open();
        await run.WhenStatus("b", StepStatus.Succeeded);
        Assert.Equal(StepStatus.Pending, run.Steps[1].Status);
        held.Release();

        Assert.Equal("first=Succeeded a=Succeeded b=Succeeded next=Succeeded", (await run.Completion.Soon()).Statuses());
    }

    [Fact]
    public async Task A_run_that_is_cancelled_does_not_wait_for_a_condition()
    {
        using var held = new Held();
        var run = new TestPlan().Sync("a", static () => { }).When(held.Wait).Start(Options);
        await held.Entered.Soon();

        run.Cancel();
        var outcome = await run.Completion.Soon();
        held.Release();

        Assert.Equal((RunStatus.Cancelled, "a=Cancelled"), (outcome.Status, outcome.Statuses()));
    }

    [Fact]
    public async Task A_step_cancelled_while_its_condition_is_asked_stays_cancelled()
    {
        PlanRun? run = null;
        var started = new Gate();
        run = new TestPlan()
            .Async("first", started)
            .Sync("a", static () => Assert.Fail("It runs."), after: ["first"]).When(() =>
            {
                run!.Cancel();
                return true;
            })
            .Start(Options);
        started.Open();

        var outcome = await run.Completion.Soon();

        Assert.Equal("first=Succeeded a=Cancelled", outcome.Statuses());
        Assert.Equal(RunStatus.Cancelled, outcome.Status);
    }

    [Fact]
    public async Task Ten_thousand_conditions_that_say_no_in_a_row_need_no_stack()
    {
        const int length = 10_000;
        var plan = new TestPlan();
        for (var step = 0; step < length; step++)
            plan.Sync($"s{step}", static () => { }, after: step == 0 ? null : [$"s{step - 1}"]).When(static () => false);

        var outcome = await plan.Start().Completion.Soon();

        Assert.All(outcome.Steps, static step => Assert.Equal(SkipCause.Condition, step.SkipCause));
    }
}
