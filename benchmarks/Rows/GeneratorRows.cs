namespace PlanDsl.Benchmarks;

/// <summary>What builds take, and keystrokes.</summary>
internal static class GeneratorRows
{
    private const int Plans = 1_000;
    private static readonly int[] Smaller = [25, 50, 200];

    public static IEnumerable<IRow> All =>
    [
        new EditRow(Plans),
        new FileEditRow(Plans),
        new ColdGeneratorRow(plans: 100, rounds: 9),
        .. Smaller.Select(static plans => new ColdGeneratorRow(plans, rounds: 7) { HasTarget = false }),
        new ColdGeneratorRow(Plans, rounds: 5) { IsLong = true },
    ];
}
