namespace PlanDsl.Tests;

/// <summary>Programs written by hand, of which a body waits although their table says that none does.</summary>
public sealed class UnexpectedWaitTests
{
    private const int Waiting = 1;

    // Long enough for another thread to come, if one may.
    private const int Spins = 50_000;

    // A step before the one that waits, one behind it, one that is ready besides both, and more than one strand has.
    private static readonly int[][] Predecessors = [[], [], [1], [0], .. Enumerable.Repeat(Array.Empty<int>(), 70)];

    /// <summary>Who works for the run when the body waits, and where the body returns.</summary>
    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task What_follows_begins_when_the_body_has_returned_and_not_before(bool isShared, bool isNested)
    {
        var body = new TaskCompletionSource();
        var called = new int[Predecessors.Length];
        var isEarly = false;
        var run = RunAsync(isShared ? 0 : -1, step =>
        {
            Interlocked.Increment(ref called[step]);
            if (step == 2 && !body.Task.IsCompleted)
                isEarly = true;
            return step == Waiting ? body.Task : Task.CompletedTask;
        });

        Return(body, isNested);
        await run.Soon();

        Assert.All(called, static times => Assert.Equal(1, times));
        Assert.False(isEarly);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Several_threads_may_go_on_while_the_one_that_began_the_run_waits(bool isNested)
    {
        var body = new TaskCompletionSource();
        var called = new int[Predecessors.Length];
        var run = RunAsync(Waiting, step =>
        {
            Interlocked.Increment(ref called[step]);
            return step == Waiting ? body.Task : Task.CompletedTask;
        });

        Return(body, isNested);
        await run.Soon();

        Assert.All(called, static times => Assert.Equal(1, times));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_the_body_throws_after_it_has_waited_fails_the_run(bool isShared)
    {
        var body = new TaskCompletionSource();
        var run = RunAsync(isShared ? 0 : -1, step => step == Waiting ? body.Task : Task.CompletedTask);

        body.SetException(new InvalidOperationException("broken"));
        var failure = await Assert.ThrowsAsync<PlanFailedException>(() => run.Soon());

        Assert.Equal(("s1", "broken"), (failure.Outcome.Error!.StepId, failure.Outcome.Error.Message));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task While_bodies_wait_the_others_go_on_and_no_more_execute_than_may(bool isNested)
    {
        const int most = 3;
        const int alsoWaiting = 3;
        var (first, second) = (new TaskCompletionSource(), new TaskCompletionSource());
        var (called, executing, violations, others) = (new int[Predecessors.Length], 0, 0, Predecessors.Length - 1 - alsoWaiting);
        var run = RunAsync(0, step =>
        {
            Interlocked.Increment(ref called[step]);
            if (Interlocked.Increment(ref executing) > most)
                Interlocked.Increment(ref violations);
            if (step is Waiting or alsoWaiting)
                return ReturnedAsync(step is Waiting ? first : second);
            Thread.SpinWait(Spins);
            Interlocked.Decrement(ref executing);

            // The two return when all others have that do not wait for them.
            if (step > alsoWaiting && Interlocked.Decrement(ref others) == 0)
                _ = Task.Run(() => Array.ForEach([first, second], body => Return(body, isNested)));
            return Task.CompletedTask;
        }, most);

        await run.Soon();

        Assert.All(called, static times => Assert.Equal(1, times));
        Assert.Equal(0, violations);

        async Task ReturnedAsync(TaskCompletionSource body)
        {
            await body.Task.ConfigureAwait(false);
            Interlocked.Decrement(ref executing);
        }
    }

    // Several threads take over within the body of this step.
    private static Task<int> RunAsync(int sharedAt, Func<int, Task> body, int? maxParallel = null) =>
        PlanEngine.RunAsync<WaitingSerialProgram, int>(new(SerialProgram.TableOf(Predecessors, maxParallel), (step, strand) =>
        {
            if (step == sharedAt)
                (strand?.Owner as SerialRun)?.Share();
            return body(step);
        }));

    private static void Return(TaskCompletionSource body, bool isNested)
    {
        var wasOccupied = WorkerThread.IsOccupied;
        WorkerThread.IsOccupied = isNested;
        body.SetResult();
        WorkerThread.IsOccupied = wasOccupied;
    }
}
