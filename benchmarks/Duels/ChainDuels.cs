namespace PlanDsl.Benchmarks;

/// <summary>A thousand steps, each of which binds the result of the one before.</summary>
internal static class ChainDuels
{
    public static IEnumerable<Duel> All { get; } =
    [
        new("chain 1,000, sync", "straight-line calls", PlanOf.Running(Graphs.Chain, yields: false), CallInLine) { MostTime = 1.5, FreeSteps = Size.Chain },
        new("chain 1,000, each step yields", "await chain", PlanOf.Running(Graphs.Chain, yields: true), () => AwaitEachAsync(Caller.Value, Caller.Token)) { MostTime = 1, MostBytes = 1 },
    ];

    private static Task CallInLine()
    {
        new ChainLine().Run(Caller.Value, Caller.Token);
        return Task.CompletedTask;
    }

    private static async Task<int[]> AwaitEachAsync(int value, CancellationToken cancellationToken)
    {
        var results = new int[Size.Chain];
        for (var step = 0; step < results.Length; step++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            results[step] = value = await Step.YieldAsync(value).ConfigureAwait(false);
        }

        return results;
    }
}
