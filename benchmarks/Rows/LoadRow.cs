using System.Text.Json;

namespace PlanDsl.Benchmarks;

/// <summary>Plan files of growing size, read, judged and made ready, and what it takes to parse them as JSON and nothing else, in turn;
/// the largest is also run.</summary>
internal sealed class LoadRow : IRow
{
    private const double Target = 1_000;
    private const int Rounds = 9;
    private static readonly int[] Sizes = [10_000, 30_000, 100_000];

    private static readonly JsonElement Returned = JsonSerializer.SerializeToElement(Caller.Value);

    public string Name => "load of plan files of 10,000, 30,000, 100,000 steps";

    /// <summary>The largest against the smallest, as of the rules.</summary>
    public Sides Sides => new(static () => Loading(Sizes[^1]), static () => Loading(Sizes[0]));

    public async Task<IReadOnlyList<Line>> MeasureAsync()
    {
        Sample[] samples = [.. Sizes.Select(static steps => new Sample(steps))];
        SizedSample[] names = [.. Sizes.Select(static steps => NamesSample.Of(steps, repetitions: 1))];
        for (var round = -1; round < Rounds; round++)
        {
            foreach (var sample in samples)
                sample.Measure(isWarmUp: round < 0);
            foreach (var sample in names)
                sample.Measure(counts: round >= 0);
        }

        return
        [
            .. samples.Select(static sample => new Line($"load of {sample.Name}", "JsonDocument.Parse", $"+{sample.Each:0} ns per step and edge", "≤ +1,000 ns", sample.Each <= Target, $"{Figures.Time(Meter.Middle(sample.Loads))} : {Figures.Time(Meter.Middle(sample.Parses))}; {Figures.Rounds(Rounds)}")),
            NamesSample.GrowthOf($"load of {samples[^1].Name}", samples[^1].Each / samples[0].Each, names),
            await RunAsync(samples[^1]),
        ];
    }

    /// <summary>The file, loaded to be run.</summary>
    public static InterpretedPlan LoadOf(LargeFile file) =>
        InterpretedPlan.Parse(file.Text, "large.plan.json", new() { Handlers = new StepHandlers().Add("step", static (_, _) => new(Returned)) });

    /// <summary>How long it takes to make something, in nanoseconds. What others have left behind is no cost of it.</summary>
    public static double TimeOf(Func<object> work)
    {
        GC.Collect();
        var start = TimeProvider.System.GetTimestamp();
        var made = work();
        var time = TimeProvider.System.GetElapsedTime(start).TotalNanoseconds;
        (made as IDisposable)?.Dispose();
        return time;
    }

    private static Func<Task> Loading(int steps)
    {
        var file = new LargeFile(steps);
        return () =>
        {
            LoadOf(file);
            return Task.CompletedTask;
        };
    }

    // One that runs at all is what is asked for.
    private static async Task<Line> RunAsync(Sample sample)
    {
        var plan = sample.Load();
        var times = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var start = TimeProvider.System.GetTimestamp();
            var results = await plan.RunAsync(cancellationToken: Caller.Token);
            times.Add(TimeProvider.System.GetElapsedTime(start).TotalNanoseconds);
            if (results.Count != sample.Steps)
                throw new InvalidOperationException("A step has left no result.");
        }

        var time = Meter.Middle(times);
        return new($"run of {sample.Name}", "—", $"{time.Time / sample.Steps:0} ns per step", "runs", IsMet: true, $"{Figures.Time(time)}; {Figures.Rounds(Rounds)}");
    }

    private sealed class Sample(int steps)
    {
        private readonly LargeFile _file = new(steps);

        public int Steps => _file.Steps;

        public string Name => _file.Name;

        public List<double> Loads { get; } = [];

        public List<double> Parses { get; } = [];

        public double Each => (Meter.Median(Loads) - Meter.Median(Parses)) / _file.Size;

        public InterpretedPlan Load() => LoadOf(_file);

        public void Measure(bool isWarmUp)
        {
            var load = TimeOf(Load);
            var parse = TimeOf(() => JsonDocument.Parse(_file.Text));
            if (isWarmUp)
                return;
            Loads.Add(load);
            Parses.Add(parse);
        }
    }
}
