using System.Reactive.Linq;
using System.Reactive.Subjects;
using System.Reactive.Threading.Tasks;

namespace PlanDsl.Benchmarks;

/// <summary>A graph as observables that are made anew for each run: <c>Zip</c> where steps join, <c>SelectMany</c> for a body.</summary>
internal static class ReactiveGraph
{
    public static async Task RunAsync(Graph graph, bool yields)
    {
        var steps = new AsyncSubject<int>[graph.Length];
        var ends = new HashSet<int>(Enumerable.Range(0, graph.Length));
        for (var step = 0; step < graph.Length; step++)
        {
            IObservable<int>[] before = [.. graph.WaitsFor(step).Select(other => steps[other])];
            ends.ExceptWith(graph.WaitsFor(step));
            var joined = before switch
            {
                [] => Observable.Return(Caller.Value),
                [var one] => one,
                [var one, var two] => Observable.Zip(one, two, static (first, second) => first + second),
                _ => Observable.Zip(before, static values => values[0]),
            };
            steps[step] = new AsyncSubject<int>();
            joined.SelectMany(value => yields ? Step.YieldAsync(value).ToObservable() : Observable.Return(Step.NoOp(value))).Subscribe(steps[step]);
        }

        foreach (var end in ends)
            await steps[end].ToTask(Caller.Token).ConfigureAwait(false);
    }
}
