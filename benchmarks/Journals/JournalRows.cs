namespace PlanDsl.Benchmarks;

/// <summary>What journals can take.</summary>
internal static class JournalRows
{
    private static readonly int[] RunsAtOnce = [1, 8];

    public static IEnumerable<IRow> All =>
    [
        new JournalRow(JournalKind.Memory, JournalDurability.Batched, runs: 1),
        .. OfAll(JournalKind.JsonLines),
        .. OfAll(JournalKind.Sqlite),
        new RecordedRunRow(JournalKind.Memory),
        new RecordedRunRow(JournalKind.JsonLines),
        new RecordedRunRow(JournalKind.Sqlite),
        new RecordedCommandsRow(JournalKind.JsonLines, JournalDurability.Batched),
        new RecordedCommandsRow(JournalKind.Sqlite, JournalDurability.Batched),
        new RecordedCommandsRow(JournalKind.Sqlite, JournalDurability.Batched, isFirst: true),
        new RecordedCommandsRow(JournalKind.Sqlite, JournalDurability.Batched, hasFiles: true),
        new RecordedCommandsRow(JournalKind.Sqlite, JournalDurability.EveryEvent),
    ];

    private static IEnumerable<IRow> OfAll(JournalKind kind) =>
        from durability in new[] { JournalDurability.None, JournalDurability.Batched, JournalDurability.EveryEvent }
        from runs in RunsAtOnce
        select new JournalRow(kind, durability, runs);
}
