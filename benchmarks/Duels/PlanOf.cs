namespace PlanDsl.Benchmarks;

/// <summary>The plan of each shape, by name. Always the same delegate for the same plan, so that it is warmed up once.</summary>
internal static class PlanOf
{
    private static readonly Dictionary<(string Graph, bool Yields), Func<Task>> Run = new()
    {
        [("Chain", false)] = Of(new ChainNoOpPlan(), static plan => plan.RunAsync(Caller.Value, Caller.Token)),
        [("Chain", true)] = Of(new ChainYieldPlan(), static plan => plan.RunAsync(Caller.Value, Caller.Token)),
        [("FanOut", false)] = Of(new FanOutNoOpPlan(), static plan => plan.RunAsync(Caller.Value, Caller.Token)),
        [("FanOut", true)] = Of(new FanOutYieldPlan(), static plan => plan.RunAsync(Caller.Value, Caller.Token)),
        [("Wavefront", false)] = Of(new WavefrontNoOpPlan(), static plan => plan.RunAsync(Caller.Value, Caller.Token)),
        [("Wavefront", true)] = Of(new WavefrontYieldPlan(), static plan => plan.RunAsync(Caller.Value, Caller.Token)),
        [("Layered", false)] = Of(new LayeredNoOpPlan(), static plan => plan.RunAsync(Caller.Value, Caller.Token)),
        [("Layered", true)] = Of(new LayeredYieldPlan(), static plan => plan.RunAsync(Caller.Value, Caller.Token)),
    };

    /// <summary>All of them.</summary>
    public static IEnumerable<(string Name, Func<Task> Run)> Named =>
        [.. Run.Select(static plan => ($"{plan.Key.Graph}, {(plan.Key.Yields ? "each step yields" : "sync")}", plan.Value)), ("realistic plan", QuoteDuel.Run)];

    public static Func<Task> Running(Graph graph, bool yields) => Run[(graph.Name, yields)];

    /// <summary>A run that somebody observes from its first event to its last.</summary>
    public static Func<Task> Observed(Graph graph) => graph.Name switch
    {
        "Chain" => Of(new ChainYieldPlan(), static plan => Observation.OfAsync(options => plan.Start(Caller.Value, options, Caller.Token))),
        "FanOut" => Of(new FanOutYieldPlan(), static plan => Observation.OfAsync(options => plan.Start(Caller.Value, options, Caller.Token))),
        "Wavefront" => Of(new WavefrontYieldPlan(), static plan => Observation.OfAsync(options => plan.Start(Caller.Value, options, Caller.Token))),
        _ => Of(new LayeredYieldPlan(), static plan => Observation.OfAsync(options => plan.Start(Caller.Value, options, Caller.Token))),
    };

    private static Func<Task> Of<TPlan>(TPlan plan, Func<TPlan, Task> run) => () => run(plan);
}
