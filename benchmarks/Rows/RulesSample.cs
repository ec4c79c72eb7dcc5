using System.Globalization;
using PlanDsl.Model;

namespace PlanDsl.Benchmarks;

/// <summary>The rules over a model each of whose steps binds three that stand before it.</summary>
internal static class RulesSample
{
    private const int EdgesPerStep = 3;

    public static SizedSample Of(int steps)
    {
        var type = new TypeRef("int", "int") { IsValueType = true };
        var model = new PlanModel
        {
            Id = "large",
            Steps = [.. Enumerable.Range(0, steps).Select(step => new StepModel
            {
                Id = IdOf(step),
                ResultType = type,
                Parameters = [.. BoundBy(step).Select(other => new ParameterModel { Name = IdOf(other), Key = IdOf(other), Kind = ParameterKind.Result, Type = type })],
            })],
        };
        return new(steps, model.Steps.Sum(static step => step.Parameters.Count), () => PlanRules.Check(model, TypeFacts.None, Wording.CSharp), RulesRow.Repetitions);
    }

    /// <summary>The steps that a step binds.</summary>
    public static IEnumerable<int> BoundBy(int step) =>
        Enumerable.Range(1, EdgesPerStep).Select(edge => step - (edge * 7)).Where(static other => other >= 0);

    public static string IdOf(int step) => string.Create(CultureInfo.InvariantCulture, $"s{step}");
}
