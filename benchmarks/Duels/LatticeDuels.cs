namespace PlanDsl.Benchmarks;

/// <summary>Graphs in which most steps wait for two or three others.</summary>
internal static class LatticeDuels
{
    private const string ByHand = "a task per node";

    public static IEnumerable<Duel> All { get; } =
    [
        new("wavefront 32×32, sync", ByHand, PlanOf.Running(Graphs.Wavefront, yields: false), () => NodeTasks.WavefrontAsync(false, Caller.Value, Caller.Token)) { MostTime = 0.7, MostBytes = 0.2 },
        new("layered 100×100, sync", ByHand, PlanOf.Running(Graphs.Layered, yields: false), () => NodeTasks.LayeredAsync(false, Caller.Value, Caller.Token)) { MostTime = 0.7, MostBytes = 0.2 },
        new("wavefront 32×32, each step yields", ByHand, PlanOf.Running(Graphs.Wavefront, yields: true), () => NodeTasks.WavefrontAsync(true, Caller.Value, Caller.Token)) { MostTime = 0.8, MostBytes = 0.7 },
        new("layered 100×100, each step yields", ByHand, PlanOf.Running(Graphs.Layered, yields: true), () => NodeTasks.LayeredAsync(true, Caller.Value, Caller.Token)) { MostTime = 0.8, MostBytes = 0.7 },
    ];
}
