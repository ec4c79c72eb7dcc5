using Microsoft.CodeAnalysis;
using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Gathers the inputs of a plan from the parameters that declare them.</summary>
internal static class InputReader
{
    /// <summary>The inputs, each where it is first declared, and a finding where two declarations give it different defaults.</summary>
    public static IReadOnlyList<ReadInput> Read(IReadOnlyList<ReadStep> steps, PlanSymbols symbols, List<Finding> findings)
    {
        var inputs = new List<ReadInput>();
        var byName = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var step = 0; step < steps.Count; step++)
        {
            foreach (var (symbol, parameter, role) in steps[step].Parameters)
            {
                if (parameter.Kind is not ParameterKind.Input)
                    continue;
                if (!byName.TryGetValue(parameter.Key, out var first))
                {
                    byName.Add(parameter.Key, inputs.Count);
                    inputs.Add(Declare(parameter, symbol, steps[step]));
                    continue;
                }

                if (DefaultValues.Of(symbol) is not { } value || inputs[first].Model.Type.Name != parameter.Type.Name)
                    continue;
                if (inputs[first].Spec.DefaultValue is not { } other)
                    inputs[first] = inputs[first] with { Spec = inputs[first].Spec with { DefaultValue = value } };
                else if (other != value)
                    findings.Add(Disagreement(Anchor.StepParameter(step, symbol.Ordinal, role), parameter, value, inputs[first]));
            }
        }

        KeepTrailingDefaults(inputs);
        ForgiveNulls(inputs);
        return inputs;
    }

    private static ReadInput Declare(ParameterModel parameter, IParameterSymbol symbol, ReadStep step)
    {
        // The type may be the very reason why the step cannot be generated. And a dynamic argument would have the calls that
        // pass it on bound at run time; an object takes the same values.
        var type = !step.IsSupported ? UnresolvedTypes.Placeholder(symbol.Type)
            : symbol.Type.TypeKind is TypeKind.Dynamic ? parameter.Type with { Name = "object" }
            : parameter.Type;
        return new(
            symbol.Type,
            new(parameter.Key, parameter.Type),
            new(TypeNames.Escape(parameter.Name), TypeNames.Declared(type), DefaultValues.Of(symbol)),
            step.Model.Id);
    }

    private static Finding Disagreement(Anchor anchor, ParameterModel parameter, string value, ReadInput first) => new(
        RuleIds.InputDeclaredTwice,
        anchor,
        [parameter.Key, $"{parameter.Type.AnnotatedDisplay} = {value}", $"{parameter.Type.AnnotatedDisplay} = {first.Spec.DefaultValue}", first.DeclaredBy, "default value"]);

    // In C# everything after an optional parameter is optional, and inputs keep the order of their declaration.
    private static void KeepTrailingDefaults(List<ReadInput> inputs)
    {
        var last = inputs.FindLastIndex(static input => input.Spec.DefaultValue is null);
        for (var i = 0; i < last; i++)
            inputs[i] = inputs[i] with { Spec = inputs[i].Spec with { DefaultValue = null, LeftOut = inputs[i].Spec.DefaultValue } };
    }

    // 'string name = null!', or without '!' where nullable annotations are off; they are on in generated code.
    private static void ForgiveNulls(List<ReadInput> inputs)
    {
        for (var i = 0; i < inputs.Count; i++)
        {
            if (inputs[i] is { Spec.DefaultValue: DefaultValues.Default, Model.Type: { IsValueType: false, Nullability: not Nullability.Nullable } })
                inputs[i] = inputs[i] with { Spec = inputs[i].Spec with { DefaultValue = DefaultValues.Default + "!" } };
        }
    }
}
