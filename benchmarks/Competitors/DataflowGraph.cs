using System.Threading.Tasks.Dataflow;

namespace PlanDsl.Benchmarks;

/// <summary>A graph as a network of TPL Dataflow: made once, a message for each run. Each block is told what is true of it: it has one producer, and
/// nobody asks for an order, since there is one message at a time.</summary>
internal sealed class DataflowGraph
{
    private static readonly ExecutionDataflowBlockOptions Body = new() { SingleProducerConstrained = true, EnsureOrdered = false };
    private static readonly GroupingDataflowBlockOptions Joined = new() { EnsureOrdered = false };
    private static readonly DataflowBlockOptions Passed = new() { EnsureOrdered = false };

    private readonly List<ITargetBlock<int>> _sources = [];
    private readonly List<ISourceBlock<int>> _ends = [];

    public DataflowGraph(Graph graph, bool yields)
    {
        var outputs = new ISourceBlock<int>[graph.Length];
        var binders = new int[graph.Length];
        for (var step = 0; step < graph.Length; step++)
        {
            foreach (var other in graph.WaitsFor(step))
                binders[other]++;
        }

        for (var step = 0; step < graph.Length; step++)
        {
            int[] before = [.. graph.WaitsFor(step)];
            var body = before.Length == 0 ? First(yields) : Joining([.. before.Select(other => outputs[other])], yields);
            outputs[step] = binders[step] > 1 ? Shared(body) : body;
            if (binders[step] == 0)
                _ends.Add(body);
        }
    }

    /// <summary>Sends a value through the network and waits until it has come out everywhere.</summary>
    public async Task RunAsync()
    {
        foreach (var source in _sources)
            source.Post(Caller.Value);
        foreach (var end in _ends)
            await end.ReceiveAsync(Caller.Token).ConfigureAwait(false);
    }

    private static int NoOp(int value)
    {
        Caller.Token.ThrowIfCancellationRequested();
        return Step.NoOp(value);
    }

    private static Task<int> YieldAsync(int value)
    {
        Caller.Token.ThrowIfCancellationRequested();
        return Step.YieldAsync(value);
    }

    private static BroadcastBlock<int> Shared(ISourceBlock<int> body)
    {
        var shared = new BroadcastBlock<int>(static value => value, Passed);
        body.LinkTo(shared);
        return shared;
    }

    private TransformBlock<int, int> First(bool yields)
    {
        var body = BodyOf<int>(static value => value, yields);
        _sources.Add(body);
        return body;
    }

    private static ISourceBlock<int> Joining(ISourceBlock<int>[] before, bool yields)
    {
        switch (before)
        {
            case [var one]:
                return Behind(one, static value => value, yields);
            case [var one, var two]:
                var pair = new JoinBlock<int, int>(Joined);
                one.LinkTo(pair.Target1);
                two.LinkTo(pair.Target2);
                return Behind(pair, static values => values.Item1 + values.Item2, yields);
            case [var one, var two, var three]:
                var triple = new JoinBlock<int, int, int>(Joined);
                one.LinkTo(triple.Target1);
                two.LinkTo(triple.Target2);
                three.LinkTo(triple.Target3);
                return Behind(triple, static values => values.Item1 + values.Item2 + values.Item3, yields);
            default:
                var all = new BatchBlock<int>(before.Length, Joined);
                foreach (var one in before)
                    one.LinkTo(all);
                return Behind(all, static values => values[0], yields);
        }
    }

    private static TransformBlock<T, int> Behind<T>(ISourceBlock<T> input, Func<T, int> sum, bool yields)
    {
        var body = BodyOf(sum, yields);
        input.LinkTo(body);
        return body;
    }

    private static TransformBlock<T, int> BodyOf<T>(Func<T, int> sum, bool yields) =>
        yields ? new(values => YieldAsync(sum(values)), Body) : new(values => NoOp(sum(values)), Body);
}
