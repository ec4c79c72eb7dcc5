using PlanDsl.Model;

namespace PlanDsl.Tests;

/// <summary>Bytes, not time. Measured on one thread, on which nothing else may run meanwhile.</summary>
[Collection(nameof(AllocationTests))]
[CollectionDefinition(nameof(AllocationTests), DisableParallelization = true)]
public sealed class AllocationTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_step_that_returns_at_once_allocates_nothing(bool isAsync)
    {
        const int length = 2_000;
        long first = 0;
        long last = -1;
        var program = Program(Tables.Chain(length, isAsync), step =>
        {
            if (step == 0)
                first = GC.GetAllocatedBytesForCurrentThread();
            else if (step == length - 1)
                last = GC.GetAllocatedBytesForCurrentThread();
        });

        Run(program);
        Run(program);

        Assert.Equal(0, last - first);
    }

    [Fact]
    public void A_run_costs_four_bytes_a_step() =>
        Assert.Equal(4 * 1_000, BytesOf(Program(Tables.Chain(2_000, isAsync: false), static _ => { })) - BytesOf(Program(Tables.Chain(1_000, isAsync: false), static _ => { })));

    [Fact]
    public void Steps_of_strands_cost_nothing() =>
        Assert.Equal(0, BytesOf(new StrandProgram(200)) - BytesOf(new StrandProgram(100)));

    [Fact]
    public void Taking_several_threads_for_a_run_costs_four_bytes_a_step() =>
        Assert.Equal(4 * 1_000, BytesOfSharing(2_000) - BytesOfSharing(1_000));

    [Fact]
    public void A_step_that_may_be_tried_again_costs_what_others_cost_as_long_as_it_does_not_fail() =>
        Assert.Equal(4 * 1_000, BytesOf(Program(Chain(2_000, Retried), static _ => { })) - BytesOf(Program(Chain(1_000, Retried), static _ => { })));

    [Fact]
    public void A_timeout_costs_a_token_a_timer_and_what_holds_the_two()
    {
        const int timeout = 96;
        const int cancellation = 40;

        Assert.Equal(
            (1_000 * (sizeof(int) + timeout + cancellation)) + BytesOfTokensWithTimers(1_000),
            BytesOf(Program(Chain(2_000, Timed), static _ => { })) - BytesOf(Program(Chain(1_000, Timed), static _ => { })));
    }

    [Fact]
    public void A_step_that_waits_allocates_nothing_once_others_have_waited()
    {
        const int length = 500;
        Wait(2 * length);

        Assert.Equal(4 * length, Wait(2 * length) - Wait(length));
    }

    [Fact]
    public void Steps_of_a_strand_that_wait_cost_nothing_but_the_four_bytes_of_the_strand()
    {
        const int length = 500;
        Wait(2 * length, static waits => new WaitingStrandProgram(waits));

        Assert.Equal(4 * length / 10, Wait(2 * length, static waits => new WaitingStrandProgram(waits)) - Wait(length, static waits => new WaitingStrandProgram(waits)));
    }

    // How large these are the framework says.
    private static long BytesOfTokensWithTimers(int count)
    {
        var state = new object();
        long bytes = 0;
        for (var round = 0; round < 2; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var number = 0; number < count; number++)
            {
                using var source = new CancellationTokenSource();
                using var timer = TimeProvider.System.CreateTimer(static _ => { }, state, TimeSpan.FromSeconds(10), Timeout.InfiniteTimeSpan);
            }

            bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        return bytes;
    }

    private static long Wait(int length) =>
        Wait(length, waits => new ProgramWithResults<int>(new(Tables.Chain(length, isAsync: true), (step, _) => new(waits[step].Task)), static () => 0));

    // Bytes from the start of a run in which each step waits, until the last of them has returned.
    private static long Wait<TProgram>(int length, Func<TaskCompletionSource[], TProgram> programOf)
        where TProgram : struct, IPlanProgram<int>
    {
        var waits = Enumerable.Range(0, length).Select(static _ => new TaskCompletionSource()).ToArray();
        var program = programOf(waits);
        _ = program.Table.Units;

        // Where there is one, what follows on a wait is left to another thread.
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var run = PlanEngine.RunAsync<TProgram, int>(program, default);
        foreach (var wait in waits)
            wait.SetResult();
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        SynchronizationContext.SetSynchronizationContext(context);
        Assert.True(run.IsCompletedSuccessfully);
        return bytes;
    }

    // Bytes of handing a run over from its first body, by the thread that does so; each step waits for the one before, so that no
    // other thread comes.
    private static long BytesOfSharing(int length)
    {
        long bytes = 0;
        var program = new SerialProgram(SerialProgram.TableOf([.. Enumerable.Range(0, length).Select(static step => step == 0 ? Array.Empty<int>() : [step - 1])]), (_, strand) =>
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            (strand?.Owner as SerialRun)?.Share();
            bytes += GC.GetAllocatedBytesForCurrentThread() - before;
        });
        Run(program);
        bytes = 0;
        Run(program);
        return bytes;
    }

    private static long BytesOf<TProgram>(TProgram program)
        where TProgram : struct, IPlanProgram<int>
    {
        Run(program);
        Run(program);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Run(program);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void Run<TProgram>(TProgram program)
        where TProgram : struct, IPlanProgram<int> =>
        Assert.True(PlanEngine.RunAsync<TProgram, int>(program, default).IsCompletedSuccessfully);

    private static StepModel Retried(StepModel step) => step with { Retry = new() { Retries = 3 } };

    private static StepModel Timed(StepModel step) => step with { Timeout = new("10s") };

    private static PlanTable Chain(int length, Func<StepModel, StepModel> change) => PlanTable.From(new()
    {
        Id = "chain",
        Steps = [.. Enumerable.Range(0, length).Select(step => change(new() { Id = $"s{step}", DependsOn = step == 0 ? [] : [$"s{step - 1}"] }))],
    });

    private static ProgramWithResults<int> Program(PlanTable table, Action<int> body) => new(
        new(table, (step, _) =>
        {
            body(step);
            return default;
        }),
        static () => 0);
}
