using Microsoft.CodeAnalysis;
using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Reads which plan a step runs, and says why it cannot: PLAN0006.</summary>
internal sealed class SubPlanReader(INamedTypeSymbol type, PlanSymbols symbols)
{
    /// <summary>The plan that <paramref name="method"/> runs; <see langword="null"/> where it runs none, or none that exists.</summary>
    public ReadSubPlan? Read(IMethodSymbol method, AttributeData? attribute)
    {
        if (SubPlanNesting.PlanOf(attribute, symbols) is not { } plan)
            return null;
        var instance = SubPlanInstance.Find(method, plan, type, symbols.Compilation);
        var model = new SubPlanModel(PlanReader.IdOf(plan, symbols))
        {
            Depth = SubPlanNesting.DepthOf(plan, symbols),
            Recursion = SubPlanNesting.RecursionOf(type, plan, symbols),
            IsFromServices = instance.Source is SubPlanSource.Services,
        };
        return new(plan, SubPlanInputs.Of(plan, symbols), model, instance);
    }

    /// <summary>Whether the attribute names a type that does not exist, or a plan that nothing can be generated for. Either way
    /// its author has been told.</summary>
    public bool NamesUnresolved(AttributeData? attribute) =>
        Named(attribute) is { } named && (named.TypeKind is TypeKind.Error || (SubPlanNesting.PlanOf(attribute, symbols) is { } plan && !CanBeRun(plan)));

    /// <summary>The first fault of a step that is to run a plan, and where it is; <see langword="null"/> if there is none.</summary>
    public (Anchor Anchor, string Text)? FaultOf(IMethodSymbol method, int step, AttributeData? attribute, ReadSubPlan? read)
    {
        if (Named(attribute) is not { } named)
            return null;
        var anchor = Anchor.Step(step);
        if (read is null)
            return (anchor.At(PropertyNames.Plan), FaultOf(named));
        if (PartialMethods.FaultOf(method, symbols, $"it runs plan '{named.Name}'") is { } fault)
            return (anchor, fault);
        if (!ReturnsResults(method, read.Plan))
            return (anchor, $"it runs plan '{named.Name}', and what it returns is not what that plan does; return 'Task<{named.Name}.Results>', or 'Task' if nobody needs the results");
        if (FaultOfParameters(method, step, read) is { } faultOfParameter)
            return faultOfParameter;
        return (FaultOfInputs(method, read) ?? read.Instance.Fault) is { } text ? (anchor.At(PropertyNames.Plan), text) : null;
    }

    private static ITypeSymbol? Named(AttributeData? attribute) =>
        (attribute is null ? null : Attributes.Named(attribute, "Plan"))?.Value as ITypeSymbol;

    private string FaultOf(ITypeSymbol named) =>
        named is INamedTypeSymbol { IsUnboundGenericType: true } && Attributes.Has(named.OriginalDefinition, symbols.Plan)
            ? $"it runs plan '{named.Name}', and nothing says for which types; write its type arguments"
            : $"it runs '{TypeNames.Ref(named).Display}', which is no plan; mark that type [Plan], or name another";

    private bool CanBeRun(INamedTypeSymbol plan) =>
        !SymbolEqualityComparer.Default.Equals(plan.ContainingAssembly, symbols.Compilation.Assembly)
        || (TypeSpecReader.Read(plan) is { CanReopen: true, IsStatic: false } && !ReservedNames.IsReservedMethod(plan.Name));

    private bool ReturnsResults(IMethodSymbol method, INamedTypeSymbol plan) => StepReturn.Of(method, symbols) is { IsAsync: true } returned
        && (returned.Value is not { } value
            || (value is { Name: "Results", ContainingSymbol: INamedTypeSymbol owner } && SymbolEqualityComparer.Default.Equals(owner, plan)));

    private (Anchor Anchor, string Text)? FaultOfParameters(IMethodSymbol method, int step, ReadSubPlan read)
    {
        if (read.Inputs is not { } inputs)
            return null;
        foreach (var parameter in method.Parameters)
        {
            var anchor = Anchor.StepParameter(step, parameter.Ordinal);
            var model = ParameterReader.Read(parameter, symbols);
            if (model.Kind is ParameterKind.CancellationToken)
                continue;
            var name = SnakeCase.From(parameter.Name);
            if (inputs.FirstOrDefault(input => input.Name == name) is not { } input)
                return (anchor, $"parameter '{parameter.Name}' is no input of plan '{read.Plan.Name}'; {RemedyFor(name, inputs)}");
            if (!Takes(input.Type, parameter.Type))
                return (anchor.At(PropertyNames.Type), $"parameter '{parameter.Name}' takes '{TypeNames.Ref(parameter.Type).AnnotatedDisplay}', but input '{input.Name}' of plan '{read.Plan.Name}' is '{TypeNames.Ref(input.Type).AnnotatedDisplay}'; take that");
        }

        return null;
    }

    private static string RemedyFor(string name, IReadOnlyList<SubPlanInput> inputs) =>
        new Nearest(inputs.Select(static input => input.Name)).To(name) is { } nearest ? $"did you mean '{nearest}'?"
        : inputs.Count == 0 ? "that plan has none, so remove it"
        : $"its inputs are {string.Join(", ", inputs.Select(static input => $"'{input.Name}'"))}";

    private static string? FaultOfInputs(IMethodSymbol method, ReadSubPlan read)
    {
        var missing = read.Inputs?.FirstOrDefault(input =>
            input.DefaultValue is null && !method.Parameters.Any(parameter => SnakeCase.From(parameter.Name) == input.Name));
        return missing is null
            ? null
            : $"plan '{read.Plan.Name}' has an input '{missing.Name}', which it does not take; add a parameter '{TypeNames.Ref(missing.Type).AnnotatedDisplay} {missing.Name}'";
    }

    private bool Takes(ITypeSymbol input, ITypeSymbol parameter) =>
        UnresolvedTypes.IsYetToBeGenerated(input) || UnresolvedTypes.IsYetToBeGenerated(parameter)
        || (symbols.Compilation.ClassifyCommonConversion(parameter, input) is { Exists: true, IsImplicit: true } && !NestedNullability.Clashes(parameter, input)
            && (TypeNames.Ref(parameter).Nullability is not Nullability.Nullable || TypeNames.Ref(input).Nullability is not Nullability.NotNull));
}
