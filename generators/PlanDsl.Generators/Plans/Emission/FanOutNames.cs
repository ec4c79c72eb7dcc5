using PlanDsl.Compiler;
using PlanDsl.Model;

namespace PlanDsl.Generators;

/// <summary>The fields and types of the fan-outs of a plan.</summary>
internal sealed class FanOutNames
{
    private readonly PlanSpec _plan;
    private readonly Dictionary<int, (string Field, string Opener)> _names = [];

    public FanOutNames(PlanSpec plan, NameScope fields)
    {
        _plan = plan;
        for (var step = 0; step < plan.Steps.Count; step++)
        {
            if (plan.Model.Steps[step].Element is null)
                continue;
            var method = plan.Steps[step].Method.TrimStart('@');
            var field = fields.Take($"_{char.ToLowerInvariant(method[0])}{method.Substring(1)}Elements");
            _names.Add(step, (field, fields.Take("Open" + method)));
        }
    }

    /// <summary>The field that holds the fan-out of a step, empty until it is opened.</summary>
    public string FieldOf(int step) => _names[step].Field;

    /// <summary>The method that opens it.</summary>
    public string OpenerOf(int step) => _names[step].Opener;

    /// <summary>Its type.</summary>
    public string TypeOf(int step) => $"global::PlanDsl.FanOut<{Arguments(step)}>";

    /// <summary>The call that makes one.</summary>
    public string Over(int step, string source) => $"global::PlanDsl.FanOut.Over<{Arguments(step)}>({source})";

    /// <summary>The type of the results of its elements, which under <see cref="FailurePolicy.Continue"/> may be absent.</summary>
    public string ResultOf(int step) =>
        TypeTexts.Static(TypeTexts.Member(_plan.Model.Steps[step].ElementResultType!, _plan.Model.Steps[step].EffectiveOnFailure is FailurePolicy.Continue));

    /// <summary>Whether a result of a value type is within a <see cref="Nullable{T}"/>.</summary>
    public bool IsWrapped(int step) =>
        _plan.Model.Steps[step] is { EffectiveOnFailure: FailurePolicy.Continue, ElementResultType: { IsValueType: true, Nullability: Nullability.NotNull } };

    private string Arguments(int step)
    {
        var element = TypeTexts.Static(_plan.Steps[step].ElementType);
        return _plan.Model.Steps[step].ElementResultType is null ? element : $"{element}, {ResultOf(step)}";
    }
}
