using System.Reactive.Disposables;
using PlanDsl.Testing.Internal;

namespace PlanDsl.Tests;

public sealed class EventTests
{
    private static readonly Action Nothing = static () => { };

    [Fact]
    public async Task A_run_is_told_from_its_first_event_to_its_last()
    {
        var recorder = new EventRecorder();
        var clock = new ManualTimeProvider();
        var plan = new TestPlan()
            .Sync("fine", Nothing)
            .Sync("fails", static () => throw new InvalidOperationException("broken"), after: ["fine"], onFailure: FailurePolicy.SkipDependents)
            .Sync("skipped", Nothing, after: ["fails"]);

        var run = plan.Start(new() { Observer = recorder, RunId = "run-1", TimeProvider = clock });
        var outcome = await run.Completion.Soon();
        await recorder.Ended.Soon();

        Assert.Equal(
            [
                "1 RunCreatedEvent", "2 RunStartedEvent",
                "3 StepStartedEvent fine 1", "4 StepSucceededEvent fine 1",
                "5 StepStartedEvent fails 1", "6 StepFailedEvent fails 1",
                "7 StepSkippedEvent skipped 0", "8 RunCompletedEvent",
            ],
            recorder.Events.Select(Describe));
        Assert.All(recorder.Events, happened => Assert.Equal(("run-1", clock.GetUtcNow(), false), (happened.RunId, happened.Time, happened.Replayed)));
        Assert.Equal("test", recorder.Single<RunCreatedEvent>().PlanId);
        Assert.Equal(SkipCause.Dependency, recorder.Single<StepSkippedEvent>().Cause);
        Assert.Same(outcome.Error, recorder.Single<StepFailedEvent>().Error);
        Assert.Equal((RunStatus.Failed, outcome.Error), (recorder.Single<RunCompletedEvent>().Status, recorder.Single<RunCompletedEvent>().Error));
    }

    [Fact]
    public async Task A_step_is_named_by_its_attempt_and_by_a_key_that_is_the_same_for_all_attempts()
    {
        var recorder = new EventRecorder();

        await new TestPlan().Sync("a", Nothing).Start(new() { Observer = recorder, RunId = "run-1" }).Completion.Soon();
        await recorder.Ended.Soon();

        var started = recorder.Single<StepStartedEvent>();
        Assert.Equal(("run-1/a/1", "run-1/a"), (started.ExecId, started.IdempotencyKey));
        Assert.Null(started.Parent);
    }

    [Fact]
    public async Task Times_are_recorded_while_somebody_observes_and_only_then()
    {
        var clock = new ManualTimeProvider();
        var start = clock.GetUtcNow();
        var plan = new TestPlan().Sync("a", () => clock.Advance(TimeSpan.FromSeconds(5)));

        var observed = await plan.Start(new() { Observer = new EventRecorder(), TimeProvider = clock }).Completion.Soon();
        var unobserved = await plan.Start(new() { TimeProvider = clock }).Completion.Soon();

        Assert.Equal((start, start.AddSeconds(5)), (observed.Steps[0].StartedAt, observed.Steps[0].EndedAt));
        Assert.Equal((null, null), (unobserved.Steps[0].StartedAt, unobserved.Steps[0].EndedAt));
        Assert.Equal((TimeSpan.FromSeconds(5), null), (observed.Steps[0].Duration, unobserved.Steps[0].Duration));
    }

    [Fact]
    public async Task A_late_subscriber_is_brought_up_to_date_and_then_told_what_happens()
    {
        var gate = new Gate();
        var run = new TestPlan().Async("done", static _ => Task.CompletedTask).Async("running", gate).Sync("pending", Nothing, after: ["running"]).Start();
        await gate.Entered.Soon();
        var recorder = new EventRecorder();

        using (run.Events.Subscribe(recorder))
        {
            gate.Open();
            await recorder.Ended.Soon();
        }

        // Five events have happened, although nobody was listening.
        Assert.Equal(
            [
                "5 RunCreatedEvent", "5 RunStartedEvent", "5 StepStartedEvent done 1", "5 StepSucceededEvent done 1", "5 StepStartedEvent running 1",
            ],
            recorder.Events.Where(static happened => happened.Replayed).Select(Describe));
        Assert.Equal(
            ["6 StepSucceededEvent running 1", "7 StepStartedEvent pending 1", "8 StepSucceededEvent pending 1", "9 RunCompletedEvent"],
            recorder.Events.Where(static happened => !happened.Replayed).Select(Describe));
        Assert.Equal(RunStatus.Succeeded, FoldedRun.Of(recorder.Events).Status);
    }

    [Fact]
    public async Task A_subscriber_after_the_end_is_told_the_whole_and_completed()
    {
        var plan = new TestPlan()
            .Sync("fails", static () => throw new InvalidOperationException("broken"))
            .Sync("cancelled", Nothing, after: ["fails"]);
        var run = plan.Start();
        var outcome = await run.Completion.Soon();
        var recorder = new EventRecorder();

        using (run.Events.Subscribe(recorder))
            await recorder.Ended.Soon();

        Assert.Null(recorder.Error);
        Assert.All(recorder.Events, static happened => Assert.Equal((6, true), (happened.Sequence, happened.Replayed)));
        var folded = FoldedRun.Of(recorder.Events);
        Assert.Equal(RunStatus.Failed, folded.Status);
        Assert.Equal(outcome.Steps.Select(static step => step.Status), outcome.Steps.Select(step => folded.StatusOf(step.Id)));
        Assert.Same(outcome.Error, recorder.Single<RunCompletedEvent>().Error);
    }

    [Fact]
    public async Task A_snapshot_tells_that_cancellation_was_requested()
    {
        var gate = new Gate();
        var run = new TestPlan().Async("a", gate).Start();
        run.Cancel();
        var recorder = new EventRecorder();

        using (run.Events.Subscribe(recorder))
        {
            gate.Open();
            await recorder.Ended.Soon();
        }

        Assert.True(recorder.Single<RunCancelRequestedEvent>().Replayed);
        Assert.Equal(RunStatus.Cancelled, recorder.Single<RunCompletedEvent>().Status);
    }

    [Fact]
    public async Task A_snapshot_tells_when_things_happened_if_somebody_observed_them()
    {
        var clock = new ManualTimeProvider();
        var gate = new Gate();
        var live = new EventRecorder();
        var run = new TestPlan().Async("a", gate).Start(new() { Observer = live, TimeProvider = clock });
        clock.Advance(TimeSpan.FromSeconds(1));
        run.Cancel();
        clock.Advance(TimeSpan.FromSeconds(1));
        gate.Open();
        await run.Completion.Soon();
        await live.Ended.Soon();
        clock.Advance(TimeSpan.FromHours(1));
        var late = new EventRecorder();

        using (run.Events.Subscribe(late))
            await late.Ended.Soon();

        Assert.Equal(TimesByKind(live.Events), TimesByKind(late.Events));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_snapshot_of_what_nobody_observed_ends_nothing_before_it_begins(bool isObservedAtTheEnd)
    {
        var clock = new ManualTimeProvider();
        var gate = new Gate();
        var run = new TestPlan().Async("a", gate).Sync("b", Nothing, after: ["a"]).Start(new() { TimeProvider = clock });
        clock.Advance(TimeSpan.FromSeconds(5));
        using (isObservedAtTheEnd ? run.Events.Subscribe(new EventRecorder()) : Disposable.Empty)
        {
            clock.Advance(TimeSpan.FromSeconds(5));
            gate.Open();
            await run.Completion.Soon();
        }

        for (var subscriber = 0; subscriber < 2; subscriber++)
        {
            clock.Advance(TimeSpan.FromSeconds(5));
            var late = new EventRecorder();
            using (run.Events.Subscribe(late))
                await late.Ended.Soon();

            var times = late.Events.Select(static happened => happened.Time).ToArray();
            Assert.Equal(times.Order(), times);
        }
    }

    private static IEnumerable<(string Kind, DateTimeOffset Time)> TimesByKind(IEnumerable<PlanEvent> events) =>
        events.Select(static happened => (happened.GetType().Name, happened.Time)).Order();

    private static string Describe(PlanEvent happened) => happened is StepEvent step
        ? $"{step.Sequence} {step.GetType().Name} {step.StepPath} {step.Attempt}"
        : $"{happened.Sequence} {happened.GetType().Name}";
}
