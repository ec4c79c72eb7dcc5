namespace PlanDsl.Benchmarks;

/// <summary>Graphs in which most steps wait for two or three others.</summary>
internal static class LatticeDuels
{
    private const string ByHand = "a task per node";

    private static readonly WavefrontNoOpPlan WavefrontNoOp = new();
    private static readonly WavefrontYieldPlan WavefrontYield = new();
    private static readonly LayeredNoOpPlan LayeredNoOp = new();
    private static readonly LayeredYieldPlan LayeredYield = new();

    public static IEnumerable<Duel> All { get; } =
    [
        new("wavefront 32×32, sync", ByHand, () => WavefrontNoOp.RunAsync(Caller.Value, Caller.Token), () => NodeTasks.WavefrontAsync(false, Caller.Value, Caller.Token)) { MostTime = 0.7, MostBytes = 0.2 },
        new("layered 100×100, sync", ByHand, () => LayeredNoOp.RunAsync(Caller.Value, Caller.Token), () => NodeTasks.LayeredAsync(false, Caller.Value, Caller.Token)) { MostTime = 0.7, MostBytes = 0.2 },
        new("wavefront 32×32, each step yields", ByHand, () => WavefrontYield.RunAsync(Caller.Value, Caller.Token), () => NodeTasks.WavefrontAsync(true, Caller.Value, Caller.Token)) { MostTime = 0.8, MostBytes = 0.7 },
        new("layered 100×100, each step yields", ByHand, () => LayeredYield.RunAsync(Caller.Value, Caller.Token), () => NodeTasks.LayeredAsync(true, Caller.Value, Caller.Token)) { MostTime = 0.8, MostBytes = 0.7 },
    ];
}
