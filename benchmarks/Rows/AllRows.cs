namespace PlanDsl.Benchmarks;

/// <summary>What is measured of runs, in the order of the table.</summary>
internal static class AllRows
{
    public static IEnumerable<Duel> Duels =>
        [.. ChainDuels.All, .. FanOutDuels.All, .. LatticeDuels.All, .. QuoteDuel.All, .. FrameworkDuels.Dataflow, .. FrameworkDuels.Reactive, .. FrameworkDuels.Observed, .. InterpretedDuels.All, .. LifecycleDuel.All];

    public static IEnumerable<ThroughputRow> Layers => [new(1_000, 0.95), new(10_000, 0.97), new(100_000, 0.99)];

    public static IEnumerable<IRow> Rows =>
    [
        .. Duels.Select(static duel => new DuelRow(duel)),
        new PerStepRow("chain 1,000, sync,", PlanOf.Running(Graphs.Chain, yields: false), Graphs.Chain.Length, target: 30),
        new PerStepRow("layered 100×100, sync,", PlanOf.Running(Graphs.Layered, yields: false), Graphs.Layered.Length, target: 60),
        .. Layers,
        .. SmallRow.All,
        new StartRow(),
        new RulesRow(),
        new LoadRow(),
        new ProcessRow(),
    ];
}
