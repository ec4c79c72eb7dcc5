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

    private const int LatticeWidth = 8;

    // Each is kept once, where the caller will find it.
    private const int BytesOfResult = sizeof(int);
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

    // Each waits for two others, so that none can share a strand.
    [Fact]
    public async Task A_step_of_a_lattice_that_returns_at_once_costs_nothing_but_its_result() =>
        Assert.Equal(Length * BytesOfResult, await BytesOfStepsAsync("(MaxParallel = 1)", waits: false, InLattice));

    [Fact]
    public async Task A_step_of_a_lattice_that_waits_costs_its_count_its_task_and_its_result() =>
        Assert.Equal(Length * (BytesOfUnit + IntPtr.Size + sizeof(int)), await BytesOfStepsAsync("", waits: true, InLattice));

    // Twelve steps on four levels, two of which wait for something outside; one is tried again if it fails, one has a timeout.
    // One at a time, so that the run stays on the thread whose bytes are counted: with its two waits at once it has some 200 more, by the benchmarks.
    [Fact]
    public async Task A_plan_of_the_usual_size_costs_less_than_the_same_by_hand()
    {
        var plan = await BytesAsync(steps: 12, """
            [Plan(MaxParallel = 1)]
            public partial class P
            {
                [Step] static int Parse([Input] int value) => value;
                [Step] static int Authorize([Input] int value) => value;
                [Step] static int Locate([Input] int value) => value;
                [Step(Retries = 3)] static Task<int> FetchPrices(int parse, int authorize, CancellationToken ct) => Test.Waits[0].Task;
                [Step(Timeout = "10s")] static Task<int> FetchStock(int parse, int locate, CancellationToken ct) => Test.Waits[1].Task;
                [Step] static int Discounts(int authorize) => authorize;
                [Step] static int Taxes(int locate) => locate;
                [Step] static int Total(int fetchPrices, int discounts, int taxes) => fetchPrices + discounts + taxes;
                [Step] static int Delivery(int fetchStock, int locate) => fetchStock + locate;
                [Step] static int Warnings(int fetchStock, int fetchPrices) => fetchStock + fetchPrices;
                [Step] static int Render(int total, int delivery) => total + delivery;
                [Step] static int Audit(int total, int warnings) => total + warnings;
            }
            """);
        var byHand = await BytesAsync(steps: 12, """
            public sealed record Quote(int Parse, int Authorize, int Locate, int FetchPrices, int FetchStock, int Discounts, int Taxes, int Total, int Delivery, int Warnings, int Render, int Audit);

            public sealed class P
            {
                static readonly Polly.ResiliencePipeline<int> Retried = Polly.RetryResiliencePipelineBuilderExtensions.AddRetry(
                    new Polly.ResiliencePipelineBuilder<int>(), new Polly.Retry.RetryStrategyOptions<int> { MaxRetryAttempts = 3 }).Build();
                static readonly Polly.ResiliencePipeline<int> InTime = Polly.TimeoutResiliencePipelineBuilderExtensions.AddTimeout(
                    new Polly.ResiliencePipelineBuilder<int>(), TimeSpan.FromSeconds(10)).Build();

                public async Task<Quote> RunAsync(int value)
                {
                    var prices = Retried.ExecuteAsync(static (_, _) => new ValueTask<int>(Test.Waits[0].Task), value + value, default);
                    var stock = InTime.ExecuteAsync(static (_, _) => new ValueTask<int>(Test.Waits[1].Task), value + value, default);
                    var fetchPrices = await prices;
                    var fetchStock = await stock;
                    var total = fetchPrices + value + value;
                    var delivery = fetchStock + value;
                    var warnings = fetchStock + fetchPrices;
                    return new(value, value, value, fetchPrices, fetchStock, value, value, total, delivery, warnings, total + delivery, total + warnings);
                }
            }
            """);

        Assert.InRange(plan, 1, byHand);

        // To the byte only as users have it: a debug build of the engine makes objects of its async methods.
#if !DEBUG
        Assert.Equal(928, plan);
#endif
    }

    private static Task<long> BytesOfStepsAsync(string options, bool isChain, bool waits) =>
        BytesOfStepsAsync(options, waits, step => string.Create(CultureInfo.InvariantCulture, $"int s{(isChain ? step - 1 : 0)}"));

    // What the second half of a plan costs.
    private static async Task<long> BytesOfStepsAsync(string options, bool waits, Func<int, string> parametersOf) =>
        await BytesAsync(2 * Length, PlanOf(2 * Length, options, waits, parametersOf)) - await BytesAsync(Length, PlanOf(Length, options, waits, parametersOf));

    private static string InLattice(int step) => step < LatticeWidth
        ? "[Input] int value"
        : string.Create(CultureInfo.InvariantCulture, $"int s{step - LatticeWidth}, int s{step - LatticeWidth + (step % LatticeWidth == 0 ? LatticeWidth - 1 : -1)}");

    private static string PlanOf(int steps, string options, bool waits, Func<int, string> parametersOf)
    {
        var bodies = Enumerable.Range(0, steps).Select(step => string.Create(
            CultureInfo.InvariantCulture,
            $"[Step] static {(waits ? "Task<int>" : "int")} S{step}({(step == 0 ? "[Input] int value" : parametersOf(step))}) => {(waits ? $"Test.Waits[{step}].Task" : "1")};"));
        return $$"""
            [Plan{{options}}]
            public partial class P
            {
                {{string.Join('\n', bodies)}}
            }
            """;
    }

    private static async Task<long> BytesAsync(int steps, string plan)
    {
        var assembly = PlanSources.Generate(plan, $$"""

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
