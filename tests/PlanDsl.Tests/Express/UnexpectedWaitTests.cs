namespace PlanDsl.Tests;

/// <summary>Programs written by hand, of which a body waits although their table says that none does.</summary>
public sealed class UnexpectedWaitTests
{
    private const int Waiting = 1;

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

    // Several threads take over within the body of this step.
    private static Task<int> RunAsync(int sharedAt, Func<int, Task> body) =>
        PlanEngine.RunAsync<WaitingSerialProgram, int>(new(SerialProgram.TableOf(Predecessors), (step, strand) =>
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
