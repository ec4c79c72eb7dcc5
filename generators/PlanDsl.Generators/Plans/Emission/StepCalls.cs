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
            ? $"({TypeTexts.Declared(parameter.Type)}){ArgumentOf(step, index, parameter)}"
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
        if (IsOptionalInResultsOnly(producer) && result is { IsValueType: true, Nullability: Nullability.NotNull })
            return names.OfResult(producer) + "!.Value";
        return names.OfResult(producer) + (IsKnownToBeThere(result, parameter.Type) ? "!" : "");
    }

    // Where it may be absent, its consumers are skipped.
    private bool IsOptionalInResultsOnly(int producer) =>
        plan.Steps[producer].IsOptionalInResults && !plan.Model.Steps[producer].IsOptionalToConsumers;

    // The rules have seen to it that what may be absent is taken as such; C# cannot see that a step has run.
    private static bool IsKnownToBeThere(TypeRef result, TypeRef parameter) =>
        !result.IsValueType && (parameter.Nullability is not Nullability.Nullable || result.Name != parameter.Name);
}
