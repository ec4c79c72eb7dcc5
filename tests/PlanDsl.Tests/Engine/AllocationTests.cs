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
    public void A_run_costs_five_bytes_a_step()
    {
        var thousand = Program(Tables.Chain(1_000, isAsync: false), static _ => { });
        var twoThousand = Program(Tables.Chain(2_000, isAsync: false), static _ => { });
        Run(thousand);
        Run(twoThousand);

        // Four for the counter of its predecessors, one for its status.
        Assert.Equal(5 * 1_000, BytesOf(twoThousand) - BytesOf(thousand));
    }

    private static long BytesOf(ProgramWithResults<int> program)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Run(program);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void Run(ProgramWithResults<int> program) =>
        Assert.True(PlanEngine.RunAsync<ProgramWithResults<int>, int>(program, default).IsCompletedSuccessfully);

    private static ProgramWithResults<int> Program(PlanTable table, Action<int> body) => new(
        new(table, (step, _) =>
        {
            body(step);
            return default;
        }),
        static () => 0);
}
