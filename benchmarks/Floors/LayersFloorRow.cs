using System.Globalization;

namespace PlanDsl.Benchmarks;

/// <summary>Layers of bodies that keep a processor busy, by hand, of different methods as the steps of a plan are, on two threads: once each of them does half of
/// all bodies and waits for nothing, and once half of every layer. There each body adds what those before it returned, and the threads wait for each
/// other between layers, which is more than the graph asks for.</summary>
/// <param name="nanoseconds">How long a body takes.</param>
internal sealed class LayersFloorRow(int nanoseconds) : IRow
{
    private readonly ThroughputRow _row = new(nanoseconds, target: 1);

    public string Name => $"{_row.Name}: by hand, layer by layer";

    public async Task<IReadOnlyList<Line>> MeasureAsync()
    {
        const string halves = "two loops over different methods";
        const string layers = "different methods, layer by layer";
        var duel = _row.Duel;
        var costs = await Meter.TimeAsync(duel.Plan, duel.Other, LoopOverMethods, RunLayers);
        return
        [
            Of("the plan", duel.Against, costs[0], costs[1]),
            Of($"by hand, {halves}", duel.Against, costs[2], costs[1]),
            Of("the plan", $"by hand, {halves}", costs[0], costs[2]),
            Of($"by hand, {layers}", duel.Against, costs[3], costs[1]),
            Of("the plan", $"by hand, {layers}", costs[0], costs[3]),
        ];
    }

    private Line Of(string what, string against, Cost first, Cost second) => new(
        $"{_row.Name}: {what}",
        against,
        (second.Time / first.Time).ToString("0.000", CultureInfo.InvariantCulture) + "× throughput",
        "—",
        IsMet: null,
        $"{Figures.Time(first)} : {Figures.Time(second)}; processor {Figures.Ratio(first.Processor / second.Processor)}; {Figures.Rounds(first.Rounds)}");

    // What different methods cost by themselves: nobody waits for anything.
    private Task LoopOverMethods()
    {
        var results = new int[Size.Layer * Size.Layer];
        var other = Task.Run(() => Loop(results, 0, results.Length / 2));
        Loop(results, results.Length / 2, results.Length);
        return other;
    }

    private void Loop(int[] results, int start, int end)
    {
        for (var body = start; body < end; body++)
        {
            Caller.Token.ThrowIfCancellationRequested();
            results[body] = ManyMethods.Spin(body, Caller.Value, nanoseconds);
        }
    }

    private Task RunLayers()
    {
        var run = new Halves(nanoseconds);
        var other = Task.Run(() => run.Work(0));
        run.Work(1);
        return other;
    }

    private sealed class Halves(int nanoseconds)
    {
        private const int Half = Size.Layer / 2;
        private readonly int[] _results = new int[Size.Layer * Size.Layer];
        private int _arrived;

        public void Work(int half)
        {
            for (var layer = 0; layer < Size.Layer; layer++)
            {
                for (var column = half * Half; column < (half + 1) * Half; column++)
                    Invoke((layer * Size.Layer) + column);
                Interlocked.Increment(ref _arrived);
                var wait = new SpinWait();
                while (Volatile.Read(ref _arrived) < 2 * (layer + 1))
                    wait.SpinOnce(sleep1Threshold: -1);
            }
        }

        private void Invoke(int step)
        {
            Caller.Token.ThrowIfCancellationRequested();
            var before = Graphs.Layered.Predecessors[step];
            var value = before.Length == 0 ? Caller.Value : _results[before[0]] + _results[before[1]] + _results[before[2]];
            _results[step] = ManyMethods.Spin(step, value, nanoseconds);
        }
    }
}
