using System.Globalization;

namespace PlanDsl.Benchmarks;

/// <summary>To find names, which is the least that rules have to do with each edge: a dictionary of the names of all steps, in which those that
/// steps bind are looked up. What it grows by is what memory costs that is further away than the caches of the processor.</summary>
internal sealed class NamesFloorRow : IRow
{
    private const int EdgesPerStep = 3;
    private const int Rounds = 15;

    public string Name => "rules over 10,000 and 100,000 steps: names in a dictionary";

    public Task<IReadOnlyList<Line>> MeasureAsync()
    {
        Names[] samples = [new(10_000, 10), new(100_000, 1)];
        for (var round = -Rounds; round < Rounds; round++)
        {
            foreach (var sample in samples)
            {
                var time = sample.Measure();
                if (round >= 0)
                    sample.Times.Add(time);
            }
        }

        var (small, large) = (samples[0].Each, samples[1].Each);
        return Task.FromResult<IReadOnlyList<Line>>(
        [
            new("names of 100,000 steps in a dictionary, per step and edge", "of 10,000", Figures.Ratio(large / small), "—", IsMet: null, $"{Figures.Time(large)} : {Figures.Time(small)}; {Figures.Rounds(Rounds)}"),
        ]);
    }

    private sealed class Names(int steps, int times)
    {
        private readonly string[] _ids = [.. Enumerable.Range(0, steps).Select(IdOf)];
        private readonly string[][] _bound = [.. Enumerable.Range(0, steps).Select(static step => Enumerable.Range(1, EdgesPerStep).Select(edge => step - (edge * 7)).Where(static other => other >= 0).Select(IdOf).ToArray())];

        public List<double> Times { get; } = [];

        public double Each => Meter.Median(Times) / (_ids.Length + _bound.Sum(static names => names.Length));

        public double Measure()
        {
            GC.Collect();
            var start = TimeProvider.System.GetTimestamp();
            for (var time = 0; time < times; time++)
                Find();
            return TimeProvider.System.GetElapsedTime(start).TotalNanoseconds / times;
        }

        private int Find()
        {
            var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
            for (var step = 0; step < _ids.Length; step++)
                numbers.Add(_ids[step], step);
            var sum = 0;
            foreach (var names in _bound)
            {
                foreach (var name in names)
                    sum += numbers[name];
            }

            return sum;
        }

        private static string IdOf(int step) => string.Create(CultureInfo.InvariantCulture, $"s{step}");
    }
}
