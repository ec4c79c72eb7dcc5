using PlanDsl.Compiler;
using PlanDsl.Model;

namespace PlanDsl.Generators;

/// <summary>Writes the calls of the author's methods, their arguments taken from where they are kept.</summary>
internal sealed class StepCalls(PlanSpec plan, StateNames names)
{
    /// <summary>The token's name where a step takes one.</summary>
    public const string Token = "cancellationToken";

    /// <summary>The context's name where a step takes one.</summary>
    public const string Context = "context";

    private readonly PlanBindings _bindings = new(plan.Model);

    /// <summary>The call of <paramref name="step"/>.</summary>
    public string Of(int step)
    {
        var target = plan.Steps[step].IsStatic ? plan.Type.SelfName : names.Plan;
        var arguments = plan.Model.Steps[step].Parameters.Select((parameter, index) => plan.Steps[step].IsOverloaded
            ? $"({TypeTexts.Static(TypeTexts.Declared(parameter.Type))}){ArgumentOf(step, index, parameter)}"
            : ArgumentOf(step, index, parameter));
        return $"{target}.{plan.Steps[step].Method}({string.Join(", ", arguments)})";
    }

    private string ArgumentOf(int step, int index, ParameterModel parameter)
    {
        if (parameter.Kind is ParameterKind.Context)
            return Context;
        if (parameter.Kind is ParameterKind.CancellationToken)
            return plan.Model.Steps[step].TakesContext ? Context + ".CancellationToken" : Token;
        if (parameter.Kind is ParameterKind.Input)
            return names.OfInput(parameter.Key);
        var producer = _bindings.ProducerOf(step, index);
        var result = plan.Model.Steps[producer].ResultType!;
        var value = IsOptionalInResultsOnly(producer) && result is { IsValueType: true, Nullability: Nullability.NotNull }
            ? names.OfResult(producer) + "!.Value"
            : names.OfResult(producer);
        return IsForgiven(result, parameter.Type) ? value + "!" : value;
    }

    // Where it may be absent, its consumers are skipped.
    private bool IsOptionalInResultsOnly(int producer) =>
        plan.Steps[producer].IsOptionalInResults && !plan.Model.Steps[producer].IsOptionalToConsumers;

    // The rules have seen to it that what may be absent is taken as such; C# cannot see that a step has run. And the rules do
    // not judge the nullability of a type's parts, of which C# would complain here, where nobody can do anything about it.
    private static bool IsForgiven(TypeRef result, TypeRef parameter) => result.IsValueType
        ? result.Name != parameter.Name && (HasNullableParts(result) || HasNullableParts(parameter))
        : result.Name != parameter.Name || parameter.Nullability is not Nullability.Nullable;

    private static bool HasNullableParts(TypeRef type) => type.Name.IndexOf('?') is >= 0 and var mark && mark < type.Name.Length - 1;
}
