using PlanDsl.Testing.Internal;

namespace PlanDsl.Tests;

/// <summary>Steps with timeouts and retries in runs that are begun without a coordinator.</summary>
public sealed class BoundedHandoverTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly AsyncLocal<string?> Ambient = new();

    private readonly ManualTimeProvider _clock = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Whichever_step_fails_first_is_tried_again_and_no_other_is(bool yields)
    {
        const int steps = 6;
        for (var failing = 0; failing < steps; failing++)
        {
            var calls = new int[steps];
            var plan = new TestPlan();
            for (var number = 0; number < steps; number++)
            {
                var step = number;
                var fails = step == failing;
                plan.Async($"s{step}", async _ =>
                {
                    if (yields)
                        await Task.Yield();
                    if (Interlocked.Increment(ref calls[step]) == 1 && fails)
                        throw new InvalidOperationException("broken");
                }, after: step < 2 ? null : [$"s{step - 2}"]).With(new() { Retries = 1, Timeout = TimeSpan.FromDays(1) });
            }

            Assert.Equal("results", await plan.RunAsync().Soon());
            Assert.Equal(Enumerable.Range(0, steps).Select(step => step == failing ? 2 : 1), calls);
        }
    }

    [Fact]
    public async Task What_a_step_fails_with_in_the_end_is_told_with_all_its_attempts()
    {
        var attempts = 0;
        var plan = new TestPlan()
            .Async("a", _ => throw new InvalidOperationException($"attempt {++attempts}")).With(new() { Retries = 2 });

        var failure = await Assert.ThrowsAsync<PlanFailedException>(() => plan.RunAsync().Soon());

        Assert.Equal((3, "attempt 3", FailureKind.Exception), (failure.Outcome.Steps[0].Attempts, failure.Outcome.Error!.Message, failure.Outcome.Error.Kind));
    }

    [Fact]
    public async Task A_step_whose_time_is_up_is_cancelled_alone_and_the_others_go_on()
    {
        var (late, other, last) = (new Gate { HeedsCancellation = true }, new Gate { HeedsCancellation = true }, 0);
        var run = new TestPlan()
            .Async("late", late, onFailure: FailurePolicy.Continue).With(new() { Timeout = Second })
            .Async("other", other).With(new() { Timeout = 3 * Second })
            .Sync("last", () => last++, after: ["late", "other"])
            .RunAsync(_clock);

        _clock.Advance(2 * Second);
        Assert.Equal((true, false), (late.Token.IsCancellationRequested, other.Token.IsCancellationRequested));
        other.Open();

        Assert.Equal("results", await run.Soon());
        Assert.Equal(1, last);
    }

    [Fact]
    public async Task What_is_ready_when_a_coordinator_takes_over_begins_though_nobody_comes_back_to_it()
    {
        var (workers, late, before, begun) = (new Queue<IThreadPoolWorkItem>(), new Gate(), new TaskCompletionSource(), new TaskCompletionSource());
        var run = new TestPlan()
            .Async("late", late, onFailure: FailurePolicy.Continue).With(new() { Timeout = Second })
            .Async("before", _ => before.Task)
            .Sync("after", begun.SetResult, after: ["before"])
            .RunAsync(_clock);

        // The body returns inside another, which leaves what follows to a worker; and the time of the step is up before that comes.
        await Task.Run(() =>
        {
            (WorkerThread.Queue, WorkerThread.IsOccupied) = (workers, true);
            before.SetResult();
            WorkerThread.IsOccupied = false;
            _clock.Advance(Second);
            while (workers.TryDequeue(out var worker))
                worker.Execute();
            WorkerThread.Queue = null;
        });

        Assert.True(begun.Task.IsCompleted);
        late.Open();
        Assert.Equal("results", await run.Soon());
    }

    [Fact]
    public async Task The_timeouts_of_steps_that_were_begun_before_a_coordinator_took_over_are_counted_from_their_start()
    {
        var (stuck, failing) = (new Gate { HeedsCancellation = true }, new Gate());
        var run = new TestPlan()
            .Async("stuck", stuck).With(new() { Timeout = 3 * Second })
            .Async("failing", failing, onFailure: FailurePolicy.Continue)
            .RunAsync(_clock);

        _clock.Advance(2 * Second);
        failing.Fail(new InvalidOperationException("broken"));
        _clock.Advance(Second);
        var failure = await Assert.ThrowsAsync<PlanFailedException>(() => run.Soon());

        Assert.Equal(("stuck", FailureKind.Timeout, "Step 'stuck' has reached its timeout of 3 s."), (failure.Outcome.Error!.StepId, failure.Outcome.Error.Kind, failure.Outcome.Error.Message));
    }

    [Fact]
    public async Task A_body_that_returns_after_its_time_was_up_has_succeeded()
    {
        var late = new Gate();
        var run = new TestPlan().Async("a", late).With(new() { Timeout = Second, Retries = 1 }).RunAsync(_clock);

        _clock.Advance(Second);
        Assert.True(late.Token.IsCancellationRequested);
        late.Open();

        Assert.Equal("results", await run.Soon());
    }

    [Fact]
    public async Task A_body_that_does_not_return_after_its_time_was_up_is_given_up()
    {
        var deaf = new Gate();
        var run = new TestPlan().Async("a", deaf).With(new() { Timeout = Second }).RunAsync(_clock);

        _clock.Advance(Second);
        _clock.Advance(TimeSpan.FromSeconds(30));
        var failure = await Assert.ThrowsAsync<PlanFailedException>(() => run.Soon());
        deaf.Open();

        Assert.Equal((FailureKind.Timeout, true), (failure.Outcome.Error!.Kind, failure.Outcome.Steps[0].IsAbandoned));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_caller_who_cancels_cancels_what_executes_and_nothing_is_tried_again(bool hasTimeout)
    {
        using var cancellation = new CancellationTokenSource();
        var calls = 0;
        var gate = new Gate { HeedsCancellation = true };
        var run = new TestPlan()
            .Async("a", token => ++calls == 1 ? gate.EnterAsync(token) : Task.CompletedTask).With(new() { Retries = 3, Timeout = hasTimeout ? Second : null })
            .RunAsync(_clock, cancellation.Token);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.Soon());
        Assert.Equal(1, calls);
    }

    [Fact]
    public async Task Bodies_that_look_for_themselves_whether_they_are_to_stop_are_not_tried_again()
    {
        for (var round = 0; round < 200; round++)
        {
            using var cancellation = new CancellationTokenSource();
            var plan = new TestPlan();
            var calls = 0;
            for (var step = 0; step < 3; step++)
            {
                plan.Async($"s{step}", token => Task.Run(() =>
                {
                    if (Interlocked.Increment(ref calls) == 3)
                        cancellation.Cancel();
                    SpinWait.SpinUntil(() => token.IsCancellationRequested);
                    throw new OperationCanceledException(token);
                }, CancellationToken.None)).With(new() { Retries = 1 });
            }

            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => plan.RunAsync(cancellation.Token).Soon());
            Assert.Equal(3, calls);
        }
    }

    [Fact]
    public async Task A_body_that_stops_before_anybody_else_hears_of_the_cancellation_is_taken_to_have_been_cancelled()
    {
        // What is registered last hears of it first, so that it comes after the coordinator has taken over.
        var (body, last) = (new TaskCompletionSource(), new TaskCompletionSource());
        CancellationToken token = default;
        var run = new TestPlan()
            .Async("a", given =>
            {
                token = given;
                return body.Task;
            }).With(new() { Retries = 1 })
            .Async("last", _ => last.Task)
            .Sync("fails", static () => throw new InvalidOperationException("broken"), onFailure: FailurePolicy.Continue)
            .RunAsync(_clock);
        using var registration = token.Register(() => body.SetException(new OperationCanceledException(token)));

        await Task.Run(() => last.SetException(new InvalidOperationException("aborts")));
        var failure = await Assert.ThrowsAsync<PlanFailedException>(() => run.Soon());

        Assert.Equal((StepStatus.Cancelled, 1), (failure.Outcome.Steps[0].Status, failure.Outcome.Steps[0].Attempts));
    }

    [Fact]
    public async Task Another_attempt_is_made_in_the_context_of_the_caller()
    {
        var seen = new List<string?>();
        Ambient.Value = "caller";
        var plan = new TestPlan().Async("a", _ =>
        {
            seen.Add(Ambient.Value);
            Ambient.Value = "body";
            return seen.Count < 3 ? throw new InvalidOperationException("broken") : Task.CompletedTask;
        }).With(new() { Retries = 2 });

        await plan.RunAsync().Soon();

        Assert.Equal(["caller", "caller", "caller"], seen);
    }
}
