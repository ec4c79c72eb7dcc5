using PlanDsl.Testing.Internal;

namespace PlanDsl.Tests;

public sealed class PanicTests
{
    [Fact]
    public async Task A_program_that_cannot_give_its_results_fails_its_run()
    {
        var program = new ProgramWithResults<int>(new TestPlan().Sync("a", static () => { }).Program, static () => throw new InvalidOperationException("no results"));

        var thrown = await Assert.ThrowsAsync<PlanFailedException>(() => PlanEngine.RunAsync<ProgramWithResults<int>, int>(program, default).Soon());

        Assert.Equal("Plan 'test' failed: no results", thrown.Message);
        Assert.Equal("a=Succeeded", thrown.Outcome.Statuses());
    }

    [Fact]
    public async Task A_table_whose_steps_wait_for_each_other_fails_its_run()
    {
        var table = new PlanTable("knot", "free\na\nb", "\n\n", [2, 2, 2], [0, 0, 1, 2], [2, 1], [0, 1, 1]);
        var recorder = new EventRecorder();

        var outcome = await PlanEngine.Start(new DelegateProgram(table, static (_, _) => default), new() { Observer = recorder }).Completion.Soon();

        Assert.Equal(RunStatus.Failed, outcome.Status);
        Assert.Equal("The steps that are left in the table of plan 'knot' wait for each other.", outcome.Error?.Message);
        Assert.Equal("free=Succeeded a=Cancelled b=Cancelled", outcome.Statuses());
        await recorder.Ended.Soon();
        recorder.AssertTellOf(outcome, "panic");
    }

    [Fact]
    public async Task A_table_whose_steps_wait_for_each_other_fails_also_a_run_that_nobody_watches()
    {
        var table = new PlanTable("knot", "free\na\nb", "\n\n", [2, 2, 2], [0, 0, 1, 2], [2, 1], [0, 1, 1]);
        var program = new ProgramWithResults<int>(new(table, static (_, _) => default), static () => 0);

        var thrown = await Assert.ThrowsAsync<PlanFailedException>(() => PlanEngine.RunAsync<ProgramWithResults<int>, int>(program).Soon());

        Assert.Equal("The steps that are left in the table of plan 'knot' wait for each other.", thrown.Outcome.Error?.Message);
        Assert.Equal("free=Succeeded a=Cancelled b=Cancelled", thrown.Outcome.Statuses());
    }

    [Fact]
    public async Task A_table_that_lacks_names_fails_its_run_and_nothing_hangs()
    {
        var table = new PlanTable("nameless", "a", "", [2, 2], [0, 0, 0], [], [0, 0]);
        var recorder = new EventRecorder();

        var outcome = await PlanEngine.Start(new DelegateProgram(table, static (_, _) => default), new() { Observer = recorder }).Completion.Soon();

        Assert.Equal(RunStatus.Failed, outcome.Status);
        await recorder.Ended.Soon();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task A_clock_that_fails_fails_the_run_and_nothing_hangs(int readings)
    {
        var gate = new Gate();
        var recorder = new EventRecorder();
        var clock = new FailingClock(readings);
        var plan = new TestPlan().Sync("a", static () => { }).Async("b", gate).Sync("c", static () => { }, after: ["b"]);
        gate.Open();

        var outcome = await plan.Start(new() { Observer = recorder, TimeProvider = clock }).Completion.Soon();

        Assert.Equal(RunStatus.Failed, outcome.Status);
        Assert.Equal("The clock has stopped.", outcome.Error?.Message);
        Assert.All(outcome.Steps, static step => Assert.NotEqual(StepStatus.Pending, step.Status));
        await recorder.Ended.Soon();
        recorder.AssertTellOf(outcome, "a clock that fails");
    }

    [Fact]
    public async Task A_fault_cancels_what_executes_and_is_a_panic_of_the_lifecycle()
    {
        var made = new List<PlanTransition>();
        var heeds = new Gate { HeedsCancellation = true };
        var gate = new Gate();
        var clock = new FailingClock(int.MaxValue);
        var run = new TestPlan().Async("heeds", heeds).Async("gate", gate).Start(new() { Observer = new EventRecorder(), TimeProvider = clock, OnPlanTransition = made.Add });
        await heeds.Entered.Soon();
        await gate.Entered.Soon();

        clock.Stop();
        gate.Open();
        var outcome = await run.Completion.Soon();

        Assert.Equal((RunStatus.Failed, "heeds=Cancelled gate=Cancelled"), (outcome.Status, outcome.Statuses()));
        Assert.True(heeds.Token.IsCancellationRequested);
        Assert.Equal((PlanState.AwaitingResults, PlanTrigger.Panic, PlanState.Failed), (made[^1].From, made[^1].Trigger, made[^1].To));
    }

    [Fact]
    public async Task A_fault_while_a_completion_is_merged_ends_the_merging_first()
    {
        var made = new List<PlanTransition>();
        var knot = new PlanTable("knot", "free\na\nb", "\n\n", [2, 2, 2], [0, 0, 1, 2], [2, 1], [0, 1, 1]);

        await PlanEngine.Start(new DelegateProgram(knot, static (_, _) => default), new() { OnPlanTransition = made.Add }).Completion.Soon();

        Assert.Equal([PlanTrigger.StepSucceeded, PlanTrigger.PlannerFinished, PlanTrigger.Panic], made.TakeLast(3).Select(static transition => transition.Trigger));
    }

    [Fact]
    public async Task A_fault_in_a_sub_plan_ends_the_run_around_it_and_gives_back_its_slots()
    {
        var (busy, ends) = (new Gate(), new Gate());
        var clock = new FailingClock(int.MaxValue);
        var recorder = new EventRecorder();
        var run = new TestPlan { MaxParallel = 2 }
            .SubPlan("sub", new TestPlan().Async("busy", busy).Async("ends", ends), onFailure: FailurePolicy.Continue)
            .Sync("next", static () => { }, after: ["sub"])
            .Start(new() { TimeProvider = clock, Observer = recorder });
        await ends.Entered.Soon();
        await run.WhenStatus("sub/ends", StepStatus.Running);
        clock.FailOnce();
        ends.Open();

        var outcome = await run.Completion.Soon();
        busy.Open();

        Assert.Equal((RunStatus.Failed, "The clock has stopped."), (outcome.Status, outcome.Error?.Message));
        Assert.Equal("sub=Cancelled(busy=Cancelled ends=Cancelled) next=Cancelled", outcome.Steps.Tree());
        await recorder.Ended.Soon();
        recorder.AssertTellOf(outcome, "a fault in a sub-plan");
    }

    [Fact]
    public async Task A_fault_ends_also_the_elements_that_execute()
    {
        var (element, ends) = (new Gate(), new Gate());
        var clock = new FailingClock(int.MaxValue);
        var recorder = new EventRecorder();
        var run = new TestPlan()
            .ForEach("each", static () => FanOut.Over<int>([1]), (_, context) => element.EnterAsync(context.CancellationToken))
            .Async("ends", ends)
            .Start(new() { TimeProvider = clock, Observer = recorder });
        await run.WhenStatus("each[0]", StepStatus.Running);
        await ends.Entered.Soon();
        clock.FailOnce();
        ends.Open();

        var outcome = await run.Completion.Soon();
        element.Open();

        Assert.Equal("each=Cancelled(each[0]=Cancelled) ends=Cancelled", outcome.Steps.Tree());
        await recorder.Ended.Soon();
        recorder.AssertTellOf(outcome, "a fault beside elements");
    }

    private sealed class FailingClock(int readings) : TimeProvider
    {
        private readonly ManualTimeProvider _inner = new();
        private int _left = readings;
        private int _failures;

        /// <summary>Has the next reading fail, and none after it.</summary>
        public void FailOnce() => Volatile.Write(ref _failures, 1);

        public void Stop() => Volatile.Write(ref _left, 0);

        public override DateTimeOffset GetUtcNow() =>
            Interlocked.Exchange(ref _failures, 0) == 0 && Interlocked.Decrement(ref _left) >= 0 ? _inner.GetUtcNow() : throw new InvalidOperationException("The clock has stopped.");
    }
}
