namespace PlanDsl.Benchmarks;

/// <summary>A thousand steps, each of which binds the result of the one before.</summary>
internal static class ChainDuels
{
    public static Duel Sync { get; } = new("chain 1,000, sync", "straight-line calls", PlanOf.Running(Graphs.Chain, yields: false), CallInLine) { MostTime = 1.5, FreeSteps = Size.Chain };

    public static Duel Yielding { get; } = new("chain 1,000, each step yields", "await chain", PlanOf.Running(Graphs.Chain, yields: true), static () => AwaitEachAsync(Caller.Value, Caller.Token)) { MostTime = 1, MostBytes = 1 };

    public static IEnumerable<Duel> All => [Sync, Sync with { Against = "straight-line calls that look at a field", Other = CallInWatchedLine, FreeSteps = null }, Yielding];

    private static Task CallInLine()
    {
        new ChainLine().Run(Caller.Value, Caller.Token);
        return Task.CompletedTask;
    }

    private static Task CallInWatchedLine()
    {
        new ChainWatchedLine().Run(Caller.Value, Caller.Token);
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
