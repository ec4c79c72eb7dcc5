using Microsoft.CodeAnalysis;
using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Says why a method cannot do what an option names it for.</summary>
internal static class MethodSignature
{
    /// <summary>The first fault of a method that step <paramref name="step"/> names, and where it is; <see langword="null"/> if there is none.</summary>
    public static (Anchor Anchor, string Text)? FaultOf(
        IMethodSymbol method, MethodRole role, int step, StepReturn returned, StepReturn? result, PlanSymbols symbols)
    {
        if ((StepSignature.FaultOfMethod(method) ?? FaultOfReturn(method, role, returned, result, symbols)) is { } fault)
            return (Anchor.Step(step).At(role.Property()), fault);
        foreach (var parameter in method.Parameters)
        {
            var faultOfParameter = StepSignature.FaultOfParameter(parameter, symbols)
                ?? (Attributes.Has(parameter, symbols.Previous) ? $"parameter '{parameter.Name}' is marked [Previous], which only the body of a loop is given; take the result itself" : null)
                ?? (role.Decides() ? FaultOfAsked(parameter, symbols) : null);
            if (faultOfParameter is not null)
                return (Anchor.StepParameter(step, parameter.Ordinal, role), faultOfParameter);
        }

        return null;
    }

    /// <summary>What findings call such a method.</summary>
    public static string NounOf(MethodRole role) => role switch
    {
        MethodRole.When => "Condition",
        MethodRole.RepeatUntil => "Predicate",
        MethodRole.Fallback => "Fallback",
        _ => "Compensation",
    };

    private static string? FaultOfReturn(IMethodSymbol method, MethodRole role, StepReturn returned, StepReturn? result, PlanSymbols symbols) => role switch
    {
        MethodRole.When or MethodRole.RepeatUntil => FaultOfAnswer(method, returned),
        MethodRole.Fallback => result is { } replaced ? FaultOfReplacement(method, returned, replaced, symbols) : null,
        _ => returned.Value is { } value ? $"it returns '{Display(value)}', which nobody would get; return nothing" : null,
    };

    private static string? FaultOfAnswer(IMethodSymbol method, StepReturn returned) => returned switch
    {
        { Kind: ReturnKind.Value, Value.SpecialType: SpecialType.System_Boolean } => null,
        { IsAsync: true } => $"it returns '{Display(method.ReturnType)}', and the answer is needed at once; return bool",
        { Value: { } value } => $"it returns '{Display(value)}'; return bool",
        _ => "it returns nothing; return bool",
    };

    private static string? FaultOfReplacement(IMethodSymbol method, StepReturn returned, StepReturn replaced, PlanSymbols symbols)
    {
        if (returned.Value is not { } value)
            return replaced.Value is { } missing ? $"it returns nothing, but the step returns '{Display(missing)}'; return that" : null;
        if (replaced.Value is not { } wanted)
            return $"it returns '{Display(value)}', but the step returns nothing; return nothing";
        if (returned.Kind is ReturnKind.Stream)
            return $"it returns a stream, but takes the place of its result; return '{Display(wanted)}'";
        if (returned.Kind is ReturnKind.Value && StepSignature.IsAwaitable(method.ReturnType))
            return "it returns an awaitable that is neither Task nor ValueTask; return one of these";
        if (!TypeFactsReader.Fits(value, wanted, symbols.Compilation) || NestedNullability.Clashes(value, wanted))
            return $"it returns '{Display(value)}', but the step returns '{Display(wanted)}'; return that";
        return TypeNames.Ref(value).Nullability is Nullability.Nullable && TypeNames.Ref(wanted).Nullability is Nullability.NotNull
            ? $"it returns '{TypeNames.Ref(value).AnnotatedDisplay}', but what binds the step's result counts on '{Display(wanted)}'; return that"
            : null;
    }

    private static string? FaultOfAsked(IParameterSymbol parameter, PlanSymbols symbols) => ParameterReader.Read(parameter, symbols).Kind switch
    {
        ParameterKind.CancellationToken => $"parameter '{parameter.Name}' takes a CancellationToken, but the answer is needed at once; take results and inputs",
        ParameterKind.Service => $"parameter '{parameter.Name}' takes a service, but services are resolved for attempts of the step; take results and inputs",
        ParameterKind.Context => $"parameter '{parameter.Name}' takes a StepContext, but this is no attempt of the step; take results and inputs",
        _ => null,
    };

    private static string Display(ITypeSymbol type) => TypeNames.Ref(type).AnnotatedDisplay;
}
