namespace PlanDsl.Tests;

/// <summary>Runs at which one thread works, until several are needed.</summary>
public sealed class SerialRunTests
{
    private const int Length = 200;
    private const int LengthOfStrand = 64;

    // Only a run that hangs ever waits so long.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(40)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(150)]
    [InlineData(Length - 2)]
    public async Task A_body_that_waits_for_one_that_is_ready_besides_it_does_not_keep_it_from_beginning(int waiting)
    {
        // All steps are ready at once, so that the last to begin is the last of them.
        using var hasBegun = new ManualResetEventSlim();
        var sawIt = false;
        await RunAsync([.. Enumerable.Repeat(Array.Empty<int>(), Length)], step =>
        {
            if (step == waiting)
                sawIt = hasBegun.Wait(Patience);
            else if (step == Length - 1)
                hasBegun.Set();
        });

        Assert.True(sawIt);
    }

    [Fact]
    public async Task Bodies_that_wait_for_each_other_after_a_long_time_of_short_ones_meet()
    {
        // Long enough that whoever looks at first has gone.
        const int length = 20_000;
        using var barrier = new Barrier(2);
        var met = 0;
        await RunAsync([.. Enumerable.Range(0, length).Select(static step => step == 0 ? Array.Empty<int>() : [step - 1]), [length - 1], [length - 1]], step =>
        {
            if (step >= length && barrier.SignalAndWait(Patience))
                Interlocked.Increment(ref met);
        });

        Assert.Equal(2, met);
    }

    [Fact]
    public async Task Nothing_that_has_not_been_called_is_told_as_succeeded_however_a_run_that_waited_is_cancelled()
    {
        const int rounds = 2_000;
        var table = SerialProgram.TableOf([.. Enumerable.Repeat(Array.Empty<int>(), Length)], maxParallel: 1);
        for (var round = 0; round < rounds; round++)
        {
            using var cancellation = new CancellationTokenSource();
            using var begins = new ManualResetEventSlim();
            var called = new bool[Length];
            var run = PlanEngine.RunAsync<WaitingSerialProgram, int>(new(table, async (step, _) =>
            {
                if (step == 0)
                    await Task.Run(static () => { }, CancellationToken.None).ConfigureAwait(false);
                begins.Set();
                called[step] = true;
            }), cancellation.Token);
            Assert.True(begins.Wait(Patience));
            Thread.SpinWait(round % 100);
            await cancellation.CancelAsync();

            try
            {
                await run.WaitAsync(Patience);
                Assert.DoesNotContain(false, called);
            }
            catch (PlanCanceledException cancelled)
            {
                Assert.Equal(called, cancelled.Outcome.Steps.Select(static step => step.Status is StepStatus.Succeeded));
            }
        }
    }

    [Fact]
    public async Task Where_one_step_runs_at_a_time_nobody_else_comes()
    {
        var threads = new HashSet<int>();
        await RunAsync([.. Enumerable.Repeat(Array.Empty<int>(), Length)], step =>
        {
            threads.Add(Environment.CurrentManagedThreadId);
            Thread.SpinWait(5_000);
        }, maxParallel: 1);

        Assert.Equal([Environment.CurrentManagedThreadId], threads);
    }

    [Fact]
    public async Task What_a_body_changes_in_its_context_stays_with_it_also_when_several_threads_take_over()
    {
        var ambient = new AsyncLocal<int>();
        var seen = new int[Length];
        ambient.Value = -1;
        var program = new SerialProgram(SerialProgram.TableOf([.. Enumerable.Repeat(Array.Empty<int>(), Length)]), (step, strand) =>
        {
            seen[step] = ambient.Value;
            ambient.Value = step;
            if (step == Length / 2)
                (strand?.Owner as SerialRun)?.Share();
        });

        await PlanEngine.RunAsync<SerialProgram, int>(program).Soon();

        Assert.All(seen, static value => Assert.Equal(-1, value));
        Assert.Equal(-1, ambient.Value);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task That_the_code_of_a_strand_takes_long_to_be_called_is_no_slowness_of_steps(int strand)
    {
        var wasShared = false;
        Queue<IThreadPoolWorkItem> watching = [];
        var program = new SerialProgram(
            SerialProgram.TableOf([.. Enumerable.Repeat(Array.Empty<int>(), Length)]),
            (step, executing) => wasShared |= executing is null && step == strand * LengthOfStrand,
            called =>
            {
                if (called.Number != strand)
                    return;

                // Whoever looks finds the run at the same place each time, and comes and goes before it is called.
                while (watching.TryDequeue(out var watch))
                    Task.Factory.StartNew(watch.Execute, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).GetAwaiter().GetResult();
                for (var look = 0; look < 5; look++)
                    ((SerialRun)called.Owner).Watch();
            });
        WorkerThread.Queue = watching;
        try
        {
            await PlanEngine.RunAsync<SerialProgram, int>(program).Soon();
        }
        finally
        {
            WorkerThread.Queue = null;
        }

        Assert.False(wasShared);
    }

    // Nobody else looks: what is queued is executed when the thread has nothing left to do.
    [Fact]
    public async Task A_first_run_does_not_take_the_calls_of_its_strands_for_slowness()
    {
        var table = SerialProgram.TableOf([.. Enumerable.Repeat(Array.Empty<int>(), Length)]);

        Assert.Equal(0, await SharedAsync(table, static () => { }, static _ => Take(TimeSpan.FromMilliseconds(1))));
    }

    [Fact]
    public async Task The_thread_that_runs_a_plan_sees_itself_that_bodies_are_slow_where_their_strands_have_run_before()
    {
        var table = SerialProgram.TableOf([.. Enumerable.Repeat(Array.Empty<int>(), Length)]);
        await SharedAsync(table, static () => { });

        Assert.NotEqual(0, await SharedAsync(table, static () => Take(TimeSpan.FromMicroseconds(10))));
    }

    [Fact]
    public async Task A_body_may_run_another_plan()
    {
        var inner = new int[Length];
        var innerProgram = new SerialProgram(SerialProgram.TableOf([.. Enumerable.Range(0, Length).Select(static step => step == 0 ? Array.Empty<int>() : [step - 1])]), (step, _) => Interlocked.Increment(ref inner[step]));
        await RunAsync([.. Enumerable.Repeat(Array.Empty<int>(), 3)], _ => Assert.True(PlanEngine.RunAsync<SerialProgram, int>(innerProgram).IsCompletedSuccessfully));

        Assert.All(inner, static times => Assert.Equal(3, times));
    }

    /// <summary>How many steps of a run are not run by the thread that begins it.</summary>
    private static async Task<int> SharedAsync(PlanTable table, Action body, Action<Strand>? onCalled = null)
    {
        var shared = 0;
        Queue<IThreadPoolWorkItem> queue = [];
        WorkerThread.Queue = queue;
        try
        {
            var run = PlanEngine.RunAsync<SerialProgram, int>(new(
                table,
                (_, executing) =>
                {
                    shared += executing is null ? 1 : 0;
                    body();
                },
                onCalled));
            while (!run.IsCompleted && queue.TryDequeue(out var next))
                next.Execute();
            await run.Soon();
        }
        finally
        {
            WorkerThread.Queue = null;
        }

        return shared;
    }

    private static void Take(TimeSpan time)
    {
        var begin = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(begin) < time)
        {
        }
    }

    private static async Task RunAsync(int[][] predecessors, Action<int> body, int? maxParallel = null)
    {
        var program = new SerialProgram(SerialProgram.TableOf(predecessors, maxParallel), (step, _) => body(step));
        await PlanEngine.RunAsync<SerialProgram, int>(program).Soon();
    }
}
