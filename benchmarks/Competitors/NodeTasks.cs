namespace PlanDsl.Benchmarks;

/// <summary>A graph by hand: a task for each node, which awaits those of its predecessors.</summary>
internal static class NodeTasks
{
    public static async Task<Task<int>[]> WavefrontAsync(bool yields, int value, CancellationToken cancellationToken)
    {
        const int side = Size.Wavefront;
        var nodes = new Task<int>[side * side];
        for (var node = 0; node < nodes.Length; node++)
        {
            var (row, column) = (node / side, node % side);
            nodes[node] = (row, column) switch
            {
                (0, 0) => FirstAsync(yields, value, cancellationToken),
                (0, _) => AfterAsync(yields, nodes[node - 1], cancellationToken),
                (_, 0) => AfterAsync(yields, nodes[node - side], cancellationToken),
                _ => AfterAsync(yields, nodes[node - side], nodes[node - 1], cancellationToken),
            };
        }

        await nodes[^1].ConfigureAwait(false);
        return nodes;
    }

    public static async Task<Task<int>[]> LayeredAsync(bool yields, int value, CancellationToken cancellationToken)
    {
        const int width = Size.Layer;
        var nodes = new Task<int>[width * width];
        for (var node = 0; node < nodes.Length; node++)
        {
            var (layer, column) = (node / width, node % width);
            var before = (layer - 1) * width;
            nodes[node] = layer == 0
                ? FirstAsync(yields, value, cancellationToken)
                : AfterAsync(yields, nodes[before + column], nodes[before + ((column + 1) % width)], nodes[before + ((column + 2) % width)], cancellationToken);
        }

        await Task.WhenAll(nodes.AsSpan(nodes.Length - width)).ConfigureAwait(false);
        return nodes;
    }

    private static Task<int> FirstAsync(bool yields, int value, CancellationToken cancellationToken) =>
        yields ? YieldAsync(value, cancellationToken) : Task.FromResult(NoOp(value, cancellationToken));

    private static Task<int> AfterAsync(bool yields, Task<int> one, CancellationToken cancellationToken) =>
        yields ? YieldAfterAsync(one, cancellationToken) : NoOpAfterAsync(one, cancellationToken);

    private static Task<int> AfterAsync(bool yields, Task<int> one, Task<int> two, CancellationToken cancellationToken) =>
        yields ? YieldAfterAsync(one, two, cancellationToken) : NoOpAfterAsync(one, two, cancellationToken);

    private static Task<int> AfterAsync(bool yields, Task<int> one, Task<int> two, Task<int> three, CancellationToken cancellationToken) =>
        yields ? YieldAfterAsync(one, two, three, cancellationToken) : NoOpAfterAsync(one, two, three, cancellationToken);

    private static async Task<int> NoOpAfterAsync(Task<int> one, CancellationToken cancellationToken) =>
        NoOp(await one.ConfigureAwait(false), cancellationToken);

    private static async Task<int> NoOpAfterAsync(Task<int> one, Task<int> two, CancellationToken cancellationToken) =>
        NoOp(await one.ConfigureAwait(false) + await two.ConfigureAwait(false), cancellationToken);

    private static async Task<int> NoOpAfterAsync(Task<int> one, Task<int> two, Task<int> three, CancellationToken cancellationToken) =>
        NoOp(await one.ConfigureAwait(false) + await two.ConfigureAwait(false) + await three.ConfigureAwait(false), cancellationToken);

    private static async Task<int> YieldAfterAsync(Task<int> one, CancellationToken cancellationToken) =>
        await YieldAsync(await one.ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

    private static async Task<int> YieldAfterAsync(Task<int> one, Task<int> two, CancellationToken cancellationToken) =>
        await YieldAsync(await one.ConfigureAwait(false) + await two.ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

    private static async Task<int> YieldAfterAsync(Task<int> one, Task<int> two, Task<int> three, CancellationToken cancellationToken) =>
        await YieldAsync(await one.ConfigureAwait(false) + await two.ConfigureAwait(false) + await three.ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

    private static int NoOp(int value, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Step.NoOp(value);
    }

    private static Task<int> YieldAsync(int value, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Step.YieldAsync(value);
    }
}
