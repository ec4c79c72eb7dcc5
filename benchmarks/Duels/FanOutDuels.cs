namespace PlanDsl.Benchmarks;

/// <summary>One step, a thousand that bind its result, and one that waits for all of these.</summary>
internal static class FanOutDuels
{
    private static readonly FanOutSpinPlan Spin = new();

    public static IEnumerable<Duel> All { get; } =
    [
        new("fan-out 1,000, sync, one at a time", "loop of calls", PlanOf.Running(Graphs.FanOut, yields: false), CallInLoop) { MostTime = 1.5, FreeSteps = Size.FanOut + 2 },
        new("fan-out 1,000, 10 µs each", "Parallel.For", () => Spin.RunAsync(Caller.Value, 10_000, Caller.Token), CallInParallel) { MostTime = 1 },
        new("fan-out 1,000, each step yields", "Task.WhenAll", PlanOf.Running(Graphs.FanOut, yields: true), () => AwaitAllAsync(Caller.Value, Caller.Token)) { MostTime = 1, MostBytes = 1 },
    ];

    private static Task CallInLoop()
    {
        var results = new int[Size.FanOut + 2];
        var cancellationToken = Caller.Token;
        results[0] = Step.NoOp(Caller.Value);
        for (var step = 1; step < results.Length; step++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            results[step] = Step.NoOp(results[0]);
        }

        return Task.CompletedTask;
    }

    private static Task CallInParallel()
    {
        var results = new int[Size.FanOut + 2];
        results[0] = Step.Spin(Caller.Value, 10_000);
        Parallel.For(1, Size.FanOut + 1, step =>
        {
            Caller.Token.ThrowIfCancellationRequested();
            results[step] = Step.Spin(results[0], 10_000);
        });
        results[^1] = Step.Spin(results[0], 10_000);
        return Task.CompletedTask;
    }

    private static async Task<int[]> AwaitAllAsync(int value, CancellationToken cancellationToken)
    {
        var first = await Step.YieldAsync(value).ConfigureAwait(false);
        var steps = new Task<int>[Size.FanOut];
        for (var step = 0; step < steps.Length; step++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            steps[step] = Step.YieldAsync(first);
        }

        var results = await Task.WhenAll(steps).ConfigureAwait(false);
        await Step.YieldAsync(first).ConfigureAwait(false);
        return results;
    }
}
