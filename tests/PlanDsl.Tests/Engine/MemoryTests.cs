namespace PlanDsl.Tests;

/// <summary>What runs leave behind in a process, in bytes. Nothing else may run meanwhile.</summary>
[Collection(nameof(AllocationTests))]
public sealed class MemoryTests
{
    private const int Runs = 1_000_000;

    [Fact]
    public async Task A_million_runs_leave_nothing_behind()
    {
        // A token that outlives all runs, as a server's would: what they leave registered would grow with them.
        using var lifetime = new CancellationTokenSource();
        var program = Program();
        await RunAsync(program, Runs / 100, lifetime.Token);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        await RunAsync(program, Runs, lifetime.Token);

        // A single byte per run would be a million; what tests around this one let go of or keep is far less.
        var growth = GC.GetTotalMemory(forceFullCollection: true) - before;
        Assert.True(growth < Runs / 2, $"{Runs} runs have left {growth} bytes behind.");
    }

    // Every hundredth run goes the long way round, with a timer, a retry and an observer.
    private static async Task RunAsync(TestPlan plan, int runs, CancellationToken lifetime)
    {
        var program = plan.Program;
        for (var run = 0; run < runs; run++)
        {
            if (run % 100 != 0)
            {
                Assert.Equal("results", await PlanEngine.RunAsync<ProgramWithResults<string>, string>(Quick, lifetime).ConfigureAwait(false));
                continue;
            }

            var started = PlanEngine.Start(program, new() { Observer = System.Reactive.Observer.Create<PlanEvent>(static _ => { }) }, lifetime);
            Assert.Equal(RunStatus.Failed, (await started.Completion.ConfigureAwait(false)).Status);
        }
    }

    private static ProgramWithResults<string> Quick { get; } = new(
        new(Tables.Chain(3, isAsync: true), static (step, _) => step == 1 ? YieldAsync() : default), static () => "results");

    private static async ValueTask YieldAsync() => await Task.Yield();

    private static TestPlan Program() => new TestPlan { Timeout = "1h" }
        .Governed("tries", static context => context.Attempt == 1 ? Task.FromException(new InvalidOperationException("not yet")) : Task.CompletedTask, new() { Retries = 1, Timeout = TimeSpan.FromMinutes(10) })
        .Async("fails", static _ => Task.FromException(new InvalidOperationException("broken")), after: ["tries"])
        .Async("never", static _ => Task.CompletedTask, after: ["fails"]);
}
