namespace PlanDsl.Benchmarks;

/// <summary>Every graph against libraries that are made for graphs, and observed against bare.</summary>
internal static class FrameworkDuels
{
    private static readonly bool[] Kinds = [false, true];
    private static readonly Graph[] All = [Graphs.Chain, Graphs.FanOut, Graphs.Wavefront, Graphs.Layered];

    public static IEnumerable<Duel> Dataflow => AgainstAll("TPL Dataflow", static (graph, yields) =>
    {
        // Made when it is first run: the largest takes its time.
        var network = new Lazy<DataflowGraph>(() => new(graph, yields));
        return () => network.Value.RunAsync();
    });

    public static IEnumerable<Duel> Reactive => AgainstAll("Rx", static (graph, yields) => new ReactiveGraph(graph, yields).RunAsync);

    public static IEnumerable<Duel> Observed =>
    [
        .. All.Select(static graph => new Duel($"{graph.Name}, each step yields, observed", "bare", PlanOf.Observed(graph), PlanOf.Running(graph, yields: true)) { MostTime = 2 }),
        new("realistic plan, observed", "bare", QuoteDuel.Observed, QuoteDuel.Run) { MostTime = 2 },
    ];

    private static IEnumerable<Duel> AgainstAll(string framework, Func<Graph, bool, Func<Task>> run) =>
        from yields in Kinds
        from graph in All
        select new Duel($"{graph.Name}, {(yields ? "each step yields" : "sync")}", framework, PlanOf.Running(graph, yields), run(graph, yields)) { MostTime = yields ? 0.5 : 0.05 };
}
