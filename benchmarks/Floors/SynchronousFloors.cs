namespace PlanDsl.Benchmarks;

/// <summary>Steps that return at once: the steps of a plan are as many call sites, where a loop has one. Here there is nothing else, not even a look
/// whether they are to stop.</summary>
internal static class SynchronousFloors
{
    private const string Bare = "straight-line calls without a look";

    public static IEnumerable<Floor> All { get; } = [new(ChainDuels.Sync, Bare, RunChain), new(FanOutDuels.Sync, Bare, RunFanOut)];

    private static Task RunChain()
    {
        new ChainBareLine().Run(Caller.Value, Caller.Token);
        return Task.CompletedTask;
    }

    private static Task RunFanOut()
    {
        new FanOutBareLine().Run(Caller.Value, Caller.Token);
        return Task.CompletedTask;
    }
}
