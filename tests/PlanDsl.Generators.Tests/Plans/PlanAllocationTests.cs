using System.Globalization;
using PlanDsl.Testing.Internal;

namespace PlanDsl.Generators.Tests;

/// <summary>Bytes, not time, of plans as their authors write them, compiled as a release build does it. Measured on one thread, on
/// which nothing else may run meanwhile.</summary>
[Collection(nameof(PlanAllocationTests))]
[CollectionDefinition(nameof(PlanAllocationTests), DisableParallelization = true)]
public sealed class PlanAllocationTests
{
    // Whole strands, so that the plan that is twice as long has twice as many.
    private const int Length = 128;
    private const int StepsOfStrand = 64;

    // Each is kept twice: while the plan runs, and in its results.
    private const int BytesOfResult = 2 * sizeof(int);
    private const int BytesOfUnit = sizeof(int);

    [Theory]
    [InlineData("", true)]
    [InlineData("(MaxParallel = 1)", true)]
    [InlineData("(MaxParallel = 1)", false)]
    public async Task A_step_that_returns_at_once_costs_nothing_but_its_result(string options, bool isChain) =>
        Assert.Equal(Length * BytesOfResult, await BytesOfStepsAsync(options, isChain, waits: false));

    [Fact]
    public async Task A_step_of_a_chain_that_waits_costs_nothing_but_its_result() =>
        Assert.Equal((Length * BytesOfResult) + (Length / StepsOfStrand * BytesOfUnit), await BytesOfStepsAsync("", isChain: true, waits: true));

    [Fact]
    public async Task A_step_that_waits_beside_others_costs_its_count_its_task_and_its_result() =>
        Assert.Equal(Length * (BytesOfUnit + IntPtr.Size + sizeof(int)), await BytesOfStepsAsync("", isChain: false, waits: true));

    // What the second half of a plan costs.
    private static async Task<long> BytesOfStepsAsync(string options, bool isChain, bool waits) =>
        await BytesAsync(2 * Length, options, isChain, waits) - await BytesAsync(Length, options, isChain, waits);

    private static async Task<long> BytesAsync(int steps, string options, bool isChain, bool waits)
    {
        var bodies = Enumerable.Range(0, steps).Select(step =>
        {
            var parameter = step == 0 ? "[Input] int value" : string.Create(CultureInfo.InvariantCulture, $"int s{(isChain ? step - 1 : 0)}");
            return string.Create(CultureInfo.InvariantCulture, $"[Step] static {(waits ? "Task<int>" : "int")} S{step}({parameter}) => {(waits ? $"Test.Waits[{step}].Task" : "1")};");
        });
        var assembly = PlanSources.Generate($$"""
            [Plan{{options}}]
            public partial class P
            {
                {{string.Join('\n', bodies)}}
            }

            public static class Test
            {
                public static TaskCompletionSource<int>[] Waits = [];

                public static Task<string> Run()
                {
                    Measure();
                    Measure();
                    return Task.FromResult(Measure().ToString());
                }

                // Where there is a synchronization context, what follows on a wait is left to another thread.
                private static long Measure()
                {
                    var plan = new P();
                    Waits = [.. Enumerable.Range(0, {{steps}}).Select(_ => new TaskCompletionSource<int>())];
                    var context = SynchronizationContext.Current;
                    SynchronizationContext.SetSynchronizationContext(null);
                    var before = GC.GetAllocatedBytesForCurrentThread();
                    var run = plan.RunAsync(1);
                    foreach (var wait in Waits)
                        wait.SetResult(1);
                    var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
                    SynchronizationContext.SetSynchronizationContext(context);
                    return run.IsCompletedSuccessfully ? bytes : throw new InvalidOperationException("The run has left its thread.");
                }
            }
            """).AssertCompiles().Load();
        return long.Parse(await assembly.RunAsync("Test", "Run"), CultureInfo.InvariantCulture);
    }
}
