namespace PlanDsl.Benchmarks;

/// <summary>Steps that yield: the steps of a plan are different methods, called by number here or through delegates, and who starts several of
/// them at once is to learn at once when one of them fails.</summary>
internal static class WaitingFloors
{
    private const string Different = "of different methods";

    public static IEnumerable<Floor> All { get; } =
    [
        new(ChainDuels.Yielding, Different, static () => ChainAsync(Caller.Value, Caller.Token)),
        new(ChainDuels.Yielding, Different + " through delegates", static () => DelegatesAsync(Caller.Value, Caller.Token)),
        new(FanOutDuels.Yielding, Different, static () => FanOutAsync(Caller.Value, Caller.Token)),
        new(FanOutDuels.Yielding, Different + ", each end noticed", static () => NoticedFanOut.RunAsync(Caller.Value, Caller.Token)),
        new(LatticeDuels.All.ElementAt(2), Different, static () => LatticeAsync(Graphs.Wavefront, ends: 1, Caller.Value, Caller.Token)),
        new(LatticeDuels.All.ElementAt(3), Different, static () => LatticeAsync(Graphs.Layered, Size.Layer, Caller.Value, Caller.Token)),
    ];

    private static async Task<int[]> ChainAsync(int value, CancellationToken cancellationToken)
    {
        var results = new int[Size.Chain];
        for (var step = 0; step < results.Length; step++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            results[step] = value = await ManyMethods.YieldAsync(step, value).ConfigureAwait(false);
        }

        return results;
    }

    private static async Task<int[]> DelegatesAsync(int value, CancellationToken cancellationToken)
    {
        var results = new int[Size.Chain];
        for (var step = 0; step < results.Length; step++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            results[step] = value = await ManyDelegates.YieldAsync[step](value).ConfigureAwait(false);
        }

        return results;
    }

    private static async Task<(int First, int[] All, int Last)> FanOutAsync(int value, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var first = await Step.YieldAsync(value).ConfigureAwait(false);
        var steps = new Task<int>[Size.FanOut];
        for (var step = 0; step < steps.Length; step++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            steps[step] = ManyMethods.YieldAsync(step, first);
        }

        var all = await Task.WhenAll(steps).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        return (first, all, await Step.YieldAsync(first).ConfigureAwait(false));
    }

    private static async Task<Task<int>[]> LatticeAsync(Graph graph, int ends, int value, CancellationToken cancellationToken)
    {
        var nodes = new Task<int>[graph.Length];
        for (var node = 0; node < nodes.Length; node++)
        {
            nodes[node] = graph.Predecessors[node] switch
            {
                [] => YieldAsync(node, value, cancellationToken),
                [var one] => AfterAsync(node, nodes[one], cancellationToken),
                [var one, var two] => AfterAsync(node, nodes[one], nodes[two], cancellationToken),
                var all => AfterAsync(node, nodes[all[0]], nodes[all[1]], nodes[all[2]], cancellationToken),
            };
        }

        await Task.WhenAll(nodes.AsSpan(nodes.Length - ends)).ConfigureAwait(false);
        return nodes;
    }

    private static async Task<int> AfterAsync(int node, Task<int> one, CancellationToken cancellationToken) =>
        await YieldAsync(node, await one.ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

    private static async Task<int> AfterAsync(int node, Task<int> one, Task<int> two, CancellationToken cancellationToken) =>
        await YieldAsync(node, await one.ConfigureAwait(false) + await two.ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

    private static async Task<int> AfterAsync(int node, Task<int> one, Task<int> two, Task<int> three, CancellationToken cancellationToken) =>
        await YieldAsync(node, await one.ConfigureAwait(false) + await two.ConfigureAwait(false) + await three.ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

    private static Task<int> YieldAsync(int node, int value, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ManyMethods.YieldAsync(node, value);
    }
}
