using System.Reactive;

namespace PlanDsl.Tests;

public sealed class ObserverTests
{
    private const int QueueCapacity = 65_536;

    [Fact]
    public async Task An_observer_that_throws_is_dropped_and_harms_nobody()
    {
        var calls = 0;
        var called = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var gate = new Gate();
        var run = new TestPlan().Async("a", gate).Start(new()
        {
            Observer = Observer.Create<PlanEvent>(_ =>
            {
                calls++;
                called.TrySetResult();
                throw new InvalidOperationException("observer");
            }),
        });
        var recorder = new EventRecorder();
        using var subscription = run.Events.Subscribe(recorder);
        await called.Task.Soon();
        gate.Open();

        var outcome = await run.Completion.Soon();
        await recorder.Ended.Soon();

        Assert.Equal(RunStatus.Succeeded, outcome.Status);
        Assert.IsType<RunCompletedEvent>(recorder.Events[^1]);
        Assert.Equal(1, calls);
    }

    [Fact]
    public async Task An_observer_that_blocks_does_not_hold_up_the_run()
    {
        using var mayGoOn = new ManualResetEventSlim();
        var recorder = new EventRecorder();
        var run = new TestPlan().Sync("a", static () => { }).Start(new()
        {
            Observer = Observer.Create<PlanEvent>(
                happened =>
                {
                    mayGoOn.Wait();
                    recorder.OnNext(happened);
                },
                recorder.OnCompleted),
        });

        var outcome = await run.Completion.Soon();
        Assert.Empty(recorder.Events);
        mayGoOn.Set();
        await recorder.Ended.Soon();

        recorder.AssertTellOf(outcome, "blocked");
    }

    [Fact]
    public async Task An_observer_that_lets_its_queue_overflow_is_ended_with_an_error()
    {
        using var mayGoOn = new ManualResetEventSlim();
        var late = new EventRecorder();
        var blocked = Observer.Create<PlanEvent>(
            happened =>
            {
                mayGoOn.Wait();
                late.OnNext(happened);
            },
            late.OnError,
            late.OnCompleted);
        var program = new DelegateProgram(Tables.Chain(QueueCapacity, isAsync: true), static (_, _) => default);

        var outcome = await PlanEngine.Start(program, new() { Observer = blocked }).Completion.Soon();
        mayGoOn.Set();
        await late.Ended.Soon();

        Assert.Equal(RunStatus.Succeeded, outcome.Status);
        Assert.IsType<InvalidOperationException>(late.Error);

        // What was in the queue is told, and the event that the observer had in hand when it blocked, if it had one yet.
        Assert.InRange(late.Events.Length, QueueCapacity, QueueCapacity + 1);
        Assert.Equal(Enumerable.Range(1, late.Events.Length), late.Events.Select(static happened => (int)happened.Sequence));
    }

    [Fact]
    public async Task One_that_overflows_harms_no_other()
    {
        // Now and then the run waits until the other has caught up, which the first does not wait for.
        const int stretch = QueueCapacity / 8;
        using var mayGoOn = new ManualResetEventSlim();
        var stops = Enumerable.Range(0, QueueCapacity / stretch).Select(static _ => new TaskCompletionSource()).ToArray();
        var program = new DelegateProgram(Tables.Chain(QueueCapacity, isAsync: true), (step, _) => step % stretch == 0 ? new(stops[step / stretch].Task) : default);
        long last = 0;
        var isGapless = true;
        var ended = new EventRecorder();
        var keepsUp = Observer.Create<PlanEvent>(
            happened =>
            {
                isGapless &= happened.Sequence == ++last;
                if (happened is StepStartedEvent started && int.Parse(started.StepPath.AsSpan(1), null) is var step && step % stretch == 0)
                    stops[step / stretch].SetResult();
            },
            ended.OnError,
            ended.OnCompleted);

        var run = PlanEngine.Start(program, new() { Observer = Observer.Create<PlanEvent>(_ => mayGoOn.Wait()) });
        using var subscription = run.Events.Subscribe(keepsUp);
        await run.Completion.Soon();
        await ended.Ended.Soon();
        mayGoOn.Set();

        Assert.Null(ended.Error);
        Assert.Equal((2 * QueueCapacity) + 3, last);
    }

    [Theory]
    [InlineData(FailurePolicy.Abort)]
    [InlineData(FailurePolicy.SkipDependents)]
    public async Task A_failure_that_ends_more_steps_than_the_queue_holds_does_not_overflow_it(FailurePolicy policy)
    {
        var gate = new Gate();
        var recorder = new EventRecorder();
        var plan = new TestPlan().Async("fails", gate, onFailure: policy);
        for (var step = 0; step <= QueueCapacity; step++)
            plan.Sync($"s{step}", static () => { }, after: ["fails"]);
        var run = plan.Start(new() { Observer = recorder });

        gate.Fail(new InvalidOperationException("broken"));
        var outcome = await run.Completion.Soon();
        await recorder.Ended.Soon();

        Assert.Null(recorder.Error);
        recorder.AssertTellOf(outcome, policy.ToString());
    }

    [Fact]
    public async Task A_snapshot_larger_than_the_queue_does_not_overflow_it()
    {
        var program = new DelegateProgram(Tables.Chain(QueueCapacity, isAsync: true), static (_, _) => default);
        var run = PlanEngine.Start(program);
        await run.Completion.Soon();
        var recorder = new EventRecorder();

        using (run.Events.Subscribe(recorder))
            await recorder.Ended.Soon();

        Assert.Null(recorder.Error);
        Assert.Equal((2 * QueueCapacity) + 3, recorder.Events.Length);
    }

    [Fact]
    public async Task An_observer_is_never_called_by_two_threads_at_once()
    {
        var inside = 0;
        var overlapped = false;
        var recorder = new EventRecorder();
        var plan = new TestPlan();
        for (var step = 0; step < 200; step++)
            plan.Async($"s{step}", static async _ => await Task.Yield());

        await plan.Start(new()
        {
            Observer = Observer.Create<PlanEvent>(
                _ =>
                {
                    overlapped |= Interlocked.Increment(ref inside) != 1;
                    Interlocked.Decrement(ref inside);
                },
                recorder.OnCompleted),
        }).Completion.Soon();
        await recorder.Ended.Soon();

        Assert.False(overlapped);
    }

    [Fact]
    public async Task A_subscription_that_is_disposed_is_told_nothing_any_more()
    {
        var gate = new Gate();
        var run = new TestPlan().Async("a", gate).Start();
        var recorder = new EventRecorder();
        var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var subscription = run.Events.Subscribe(happened =>
        {
            recorder.OnNext(happened);
            told.TrySetResult();
        });
        await told.Task.Soon();

        subscription.Dispose();
        gate.Open();
        await run.Completion.Soon();

        Assert.DoesNotContain(recorder.Events, static happened => happened is RunCompletedEvent);
    }

    [Fact]
    public async Task Not_even_of_what_it_has_yet_to_be_told()
    {
        using var mayGoOn = new ManualResetEventSlim();
        var (first, last) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), 0L);
        var left = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var run = new TestPlan().Sync("a", static () => { }).Start();
        await run.Completion.Soon();
        var subscription = run.Events.Subscribe(happened =>
        {
            last++;
            first.TrySetResult();
            mayGoOn.Wait();
            left.TrySetResult();
        });
        await first.Task.Soon();

        subscription.Dispose();
        mayGoOn.Set();
        await left.Task.Soon();

        Assert.Equal(1, last);
    }

    [Fact]
    public async Task When_the_last_observer_has_left_the_run_goes_on_unobserved()
    {
        var gate = new Gate();
        var run = new TestPlan().Async("a", gate).Sync("b", static () => { }, after: ["a"]).Start();
        run.Events.Subscribe(new EventRecorder()).Dispose();
        gate.Open();

        var outcome = await run.Completion.Soon();

        Assert.All(outcome.Steps, static step => Assert.Null(step.EndedAt));
    }
}
