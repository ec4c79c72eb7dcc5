using System.Globalization;

namespace PlanDsl.Benchmarks;

/// <summary>Layers of bodies of a microsecond by hand, on two threads that each do half of every layer: the bodies are different methods, as
/// the steps of a plan are, and each adds what those before it returned, so that the threads wait for each other between layers.</summary>
internal sealed class LayersFloorRow : IRow
{
    private const int Nanoseconds = 1_000;
    private readonly LayeredSpinPlan _plan = new();

    public string Name => "layers of bodies of 1 µs: by hand, layer by layer";

    public async Task<IReadOnlyList<Line>> MeasureAsync()
    {
        Func<Task> layers = RunByHand;
        Func<Task> plan = () => _plan.RunAsync(Caller.Value, Nanoseconds, Caller.Token);
        Func<Task> loops = () => ThroughputRow.LoopTwice(Nanoseconds);
        return
        [
            Of("by hand, of different methods, layer by layer", "two loops on two threads", await Meter.TimeAsync(layers, loops)),
            Of("the plan", "that", await Meter.TimeAsync(plan, layers)),
        ];
    }

    private static Line Of(string what, string against, (Cost First, Cost Second) costs) => new(
        "layers of bodies of 1 µs: " + what,
        against,
        (costs.Second.Time / costs.First.Time).ToString("0.000", CultureInfo.InvariantCulture) + "× throughput",
        "—",
        IsMet: null,
        $"{Figures.Time(costs.First.Time)} : {Figures.Time(costs.Second.Time)}; processor {Figures.Ratio(costs.First.Processor / costs.Second.Processor)}; {Figures.Rounds(costs.First.Rounds)}");

    private static Task RunByHand()
    {
        var run = new Halves();
        var other = Task.Run(() => run.Work(0));
        run.Work(1);
        return other;
    }

    private sealed class Halves
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
            _results[step] = ManyMethods.Spin(step, value, Nanoseconds);
        }
    }
}
