using System.Reactive.Linq;
using System.Reactive.Subjects;
using System.Reactive.Threading.Tasks;

namespace PlanDsl.Benchmarks;

/// <summary>A graph as observables that are made anew for each run: <c>Zip</c> where steps join, <c>SelectMany</c> for a body. What
/// the graph looks like is found out once.</summary>
internal sealed class ReactiveGraph
{
    private readonly int[][] _before;
    private readonly int[] _ends;
    private readonly Func<IObservable<int>, IObservable<int>> _body;

    public ReactiveGraph(Graph graph, bool yields)
    {
        _before = [.. Enumerable.Range(0, graph.Length).Select(step => graph.WaitsFor(step).ToArray())];
        _ends = [.. Enumerable.Range(0, graph.Length).Except(_before.SelectMany(static before => before))];
        // Rx 6.0 has an overload for tasks, which is cheaper than a task as an observable. It also counts what has not ended by an atomic
        // operation; where a body is an observable, its end and that of what it waits for can miss each other, and the graph never ends.
        _body = yields ? static ready => ready.SelectMany(YieldAsync) : static ready => ready.SelectMany(NoOp);
    }

    public async Task RunAsync()
    {
        var steps = new AsyncSubject<int>[_before.Length];
        for (var step = 0; step < steps.Length; step++)
        {
            steps[step] = new AsyncSubject<int>();
            _body(Join(steps, _before[step])).Subscribe(steps[step]);
        }

        foreach (var end in _ends)
            await steps[end].ToTask(Caller.Token).ConfigureAwait(false);
    }

    private static IObservable<int> Join(AsyncSubject<int>[] steps, int[] before) => before switch
    {
        [] => Observable.Return(Caller.Value),
        [var one] => steps[one],
        [var one, var two] => Observable.Zip(steps[one], steps[two], static (first, second) => first + second),
        [var one, var two, var three] => Observable.Zip(steps[one], steps[two], steps[three], static (first, second, third) => first + second + third),
        _ => Observable.Zip(before.Select(other => steps[other]), static values => values[0]),
    };

    private static IObservable<int> NoOp(int value)
    {
        Caller.Token.ThrowIfCancellationRequested();
        return Observable.Return(Step.NoOp(value));
    }

    private static Task<int> YieldAsync(int value)
    {
        Caller.Token.ThrowIfCancellationRequested();
        return Step.YieldAsync(value);
    }
}
