using System.Globalization;
using PlanDsl.Model;

namespace PlanDsl.Benchmarks;

/// <summary>The rules over models of growing size, in turn.</summary>
internal sealed class RulesRow : IRow
{
    private const int EdgesPerStep = 3;
    private const double Target = 300;

    // A plan that is ten times as large has left the caches of the processor; rules that are not linear would show more than three.
    private const double MostGrowth = 1.3;
    private const int Rounds = 15;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);

    public string Name => "rules over 10,000, 30,000, 100,000 steps";

    public Task<IReadOnlyList<Line>> MeasureAsync()
    {
        Sample[] samples = [new(10_000, 10), new(30_000, 3), new(100_000, 1)];
        for (var start = TimeProvider.System.GetTimestamp(); TimeProvider.System.GetElapsedTime(start) < WarmUp;)
            samples[0].Measure();
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var sample in samples)
                sample.Times.Add(sample.Measure());
        }

        var growth = samples[^1].Each / samples[0].Each;
        return Task.FromResult<IReadOnlyList<Line>>(
        [
            .. samples.Select(static sample => new Line(sample.Name, "—", sample.Each.ToString("0", CultureInfo.InvariantCulture) + " ns per step and edge", "≤ 300 ns", sample.Each <= Target, $"{Figures.Time(Meter.Median(sample.Times))}; {Figures.Rounds(Rounds)}")),
            new(samples[^1].Name, "10,000 steps, per step and edge", Figures.Ratio(growth), $"≤ {Figures.Ratio(MostGrowth)}", growth <= MostGrowth),
        ]);
    }

    private static PlanModel ModelOf(int steps)
    {
        var type = new TypeRef("int", "int") { IsValueType = true };
        return new()
        {
            Id = "large",
            Steps = [.. Enumerable.Range(0, steps).Select(step => new StepModel
            {
                Id = IdOf(step),
                ResultType = type,
                Parameters = [.. Enumerable.Range(1, EdgesPerStep).Select(edge => step - (edge * 7)).Where(static other => other >= 0).Select(other => new ParameterModel { Name = IdOf(other), Key = IdOf(other), Kind = ParameterKind.Result, Type = type })],
            })],
        };
    }

    private static string IdOf(int step) => string.Create(CultureInfo.InvariantCulture, $"s{step}");

    private sealed class Sample(int steps, int times)
    {
        private readonly PlanModel _model = ModelOf(steps);

        public string Name => string.Create(CultureInfo.InvariantCulture, $"rules over {steps:N0} steps");

        public List<double> Times { get; } = [];

        public double Each => Meter.Median(Times) / (steps + _model.Steps.Sum(static step => step.Parameters.Count));

        public double Measure()
        {
            // What the rows before left behind is not this one's to clear away.
            GC.Collect();
            var start = TimeProvider.System.GetTimestamp();
            for (var time = 0; time < times; time++)
                PlanRules.Check(_model, TypeFacts.None, Wording.CSharp);
            return TimeProvider.System.GetElapsedTime(start).TotalNanoseconds / times;
        }
    }
}
