namespace PlanDsl.Benchmarks;

/// <summary>The shapes that are measured.</summary>
internal static class Graphs
{
    public static Graph Chain { get; } = new("Chain", [.. Enumerable.Range(0, Size.Chain).Select(static step => step == 0 ? Array.Empty<int>() : [step - 1])]);

    /// <summary>One step, many that bind its result, and one that waits for them.</summary>
    public static Graph FanOut { get; } = new("FanOut", [[], .. Enumerable.Repeat<int[]>([0], Size.FanOut + 1)]) { HasSink = true };

    public static Graph Wavefront { get; } = new("Wavefront", [.. Enumerable.Range(0, Size.Wavefront * Size.Wavefront).Select(static step => Before(step / Size.Wavefront, step % Size.Wavefront))]);

    public static Graph Layered { get; } = new("Layered", [.. Enumerable.Range(0, Size.Layer * Size.Layer).Select(static step => LayerBefore(step / Size.Layer, step % Size.Layer))]);

    private static int[] Before(int row, int column) => (row, column) switch
    {
        (0, 0) => [],
        (0, _) => [column - 1],
        (_, 0) => [(row - 1) * Size.Wavefront],
        _ => [((row - 1) * Size.Wavefront) + column, (row * Size.Wavefront) + column - 1],
    };

    private static int[] LayerBefore(int layer, int column) => layer == 0
        ? []
        : [.. Enumerable.Range(0, 3).Select(other => ((layer - 1) * Size.Layer) + ((column + other) % Size.Layer)).Order()];
}
