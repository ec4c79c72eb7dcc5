using System.Globalization;
using PlanDsl.Model;

namespace PlanDsl.Benchmarks;

/// <summary>The rules over models of growing size.</summary>
internal sealed class RulesRow(int steps) : IRow
{
    private const int EdgesPerStep = 3;
    private const double Target = 300;

    public string Name => string.Create(CultureInfo.InvariantCulture, $"rules over {steps:N0} steps");

    public async Task<IReadOnlyList<Line>> MeasureAsync()
    {
        var model = ModelOf(steps);
        var (time, _) = await Meter.TimeAsync(
            () =>
            {
                PlanRules.Check(model, TypeFacts.None, Wording.CSharp);
                return Task.CompletedTask;
            },
            static () => Task.CompletedTask);
        var edges = model.Steps.Sum(static step => step.Parameters.Count);
        var each = time.Time / (steps + edges);
        return [new(Name, "—", each.ToString("0", CultureInfo.InvariantCulture) + " ns per step and edge", "≤ 300 ns", each <= Target, Figures.Time(time.Time))];
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
}
