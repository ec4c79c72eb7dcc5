namespace PlanDsl.Benchmarks;

/// <summary>What journals can take.</summary>
internal static class JournalRows
{
    public static IEnumerable<IRow> All =>
    [
        new JournalRow(JournalKind.Memory, JournalDurability.Batched, runs: 1),
        .. OfAll(JournalKind.JsonLines),
        .. OfAll(JournalKind.Sqlite),
    ];

    private static IEnumerable<IRow> OfAll(JournalKind kind) =>
        from durability in new[] { JournalDurability.None, JournalDurability.Batched, JournalDurability.EveryEvent }
        from runs in new[] { 1, 8 }
        select new JournalRow(kind, durability, runs);
}
