using System.Reactive;
using System.Reactive.Linq;
using System.Reactive.Threading.Tasks;

namespace PlanDsl.Tests;

public sealed class ObserveTests
{
    [Fact]
    public async Task Nothing_runs_before_somebody_subscribes_and_each_subscription_is_a_run()
    {
        var ran = 0;
        var program = new TestPlan().Sync("a", () => Interlocked.Increment(ref ran)).Program;
        var runs = PlanEngine.Observe((options, cancellationToken) => PlanEngine.Start(program, options, cancellationToken));
        Assert.Equal(0, ran);

        EventRecorder[] recorders = [new(), new()];
        foreach (var recorder in recorders)
        {
            using var subscription = runs.Subscribe(recorder);
            await recorder.Ended.Soon();
        }

        Assert.Equal(2, ran);
        Assert.Equal(2, recorders.Select(static recorder => recorder.Events[0].RunId).Distinct(StringComparer.Ordinal).Count());
        Assert.All(recorders, static recorder => Assert.Equal(5, recorder.Events.Length));
    }

    [Fact]
    public async Task A_run_that_fails_completes_the_sequence_and_says_so_in_its_last_event()
    {
        var program = new TestPlan().Sync("a", static () => throw new InvalidOperationException("broken")).Program;
        var runs = PlanEngine.Observe((options, cancellationToken) => PlanEngine.Start(program, options, cancellationToken));

        var last = await runs.LastAsync().ToTask().Soon();

        var ended = Assert.IsType<RunCompletedEvent>(last);
        Assert.Equal((RunStatus.Failed, "broken"), (ended.Status, ended.Error?.Message));
    }

    [Fact]
    public async Task Disposing_the_subscription_cancels_the_run()
    {
        var gate = new Gate { HeedsCancellation = true };
        PlanRun? run = null;
        var program = new TestPlan().Async("a", gate).Program;
        var runs = PlanEngine.Observe((options, cancellationToken) => run = PlanEngine.Start(program, options, cancellationToken));

        var subscription = runs.Subscribe(new EventRecorder());
        await gate.Entered.Soon();
        subscription.Dispose();

        Assert.Equal(RunStatus.Cancelled, (await run!.Completion.Soon()).Status);
    }

    [Fact]
    public async Task An_observer_that_throws_ends_its_subscription_and_so_its_run()
    {
        PlanRun? run = null;
        var program = new TestPlan().Async("a", new Gate { HeedsCancellation = true }).Program;
        var runs = PlanEngine.Observe((options, cancellationToken) => run = PlanEngine.Start(program, options, cancellationToken));

        using var subscription = runs.Subscribe(Observer.Create<PlanEvent>(static _ => throw new InvalidOperationException("observer")));

        Assert.Equal(RunStatus.Cancelled, (await run!.Completion.Soon()).Status);
    }

    [Fact]
    public async Task An_observer_that_lets_its_queue_overflow_ends_its_run()
    {
        using var mayGoOn = new ManualResetEventSlim();
        const int length = 65_537;
        PlanRun? run = null;
        var gate = new Gate { HeedsCancellation = true };
        var token = Enumerable.Range(0, length).Select(static step => Tables.Step(step, isAsync: true, step == 0 ? [] : [step - 1]) with { Parameters = [Tables.Token] });
        var program = new DelegateProgram(Tables.Of([.. token]), (step, cancellationToken) => step == length - 1 ? new(gate.EnterAsync(cancellationToken)) : default);
        var runs = PlanEngine.Observe((options, cancellationToken) => run = PlanEngine.Start(program, options, cancellationToken));

        using var subscription = runs.Subscribe(Observer.Create<PlanEvent>(_ => mayGoOn.Wait(), static _ => { }));
        await gate.Entered.Soon();
        mayGoOn.Set();

        Assert.Equal(RunStatus.Cancelled, (await run!.Completion.Soon()).Status);
    }

    [Fact]
    public async Task A_plan_that_cannot_start_ends_the_sequence_with_its_error()
    {
        var recorder = new EventRecorder();

        using var subscription = PlanEngine.Observe(static (_, _) => throw new InvalidPlanException("broken", "PLAN0101")).Subscribe(recorder);
        await recorder.Ended.Soon();

        Assert.IsType<InvalidPlanException>(recorder.Error);
    }

    [Fact]
    public async Task A_body_may_use_the_scheduler_of_the_thread_that_subscribes()
    {
        var sum = 0;
        var program = new TestPlan().Async("a", _ => Task.FromResult(sum = Observable.Range(1, 3).Sum().Wait())).Program;
        var recorder = new EventRecorder();

        using var subscription = await Task.Run(() => PlanEngine.Observe((options, cancellationToken) => PlanEngine.Start(program, options, cancellationToken)).Subscribe(recorder)).Soon();
        await recorder.Ended.Soon();

        Assert.Equal(6, sum);
    }

    [Fact]
    public async Task An_observer_is_told_nothing_after_it_has_disposed_of_its_subscription()
    {
        var gate = new Gate { HeedsCancellation = true };
        PlanRun? run = null;
        var program = new TestPlan().Async("a", gate).Program;
        var recorder = new EventRecorder();
        var subscription = PlanEngine.Observe((options, cancellationToken) => run = PlanEngine.Start(program, options, cancellationToken)).Subscribe(recorder);
        await gate.Entered.Soon();

        subscription.Dispose();
        await run!.Completion.Soon();

        Assert.DoesNotContain(recorder.Events, static happened => happened is StepCancelledEvent or RunCompletedEvent);
        Assert.False(recorder.Ended.IsCompleted);
    }
}
