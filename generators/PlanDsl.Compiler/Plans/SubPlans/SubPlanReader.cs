using Microsoft.CodeAnalysis;
using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Reads which plan a step runs, and says why it cannot: PLAN0006, and PLAN0201 and PLAN0202 of what it gives that plan.</summary>
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
        var inputs = SubPlanInputs.Of(plan, symbols, out var types);
        return new(plan, SubPlanParameter.Of(method, types, symbols), inputs, model, instance);
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
        return read.Instance.Fault is { } text ? (anchor.At(PropertyNames.Plan), text) : null;
    }

    /// <summary>What a step gives the plan that it runs, and that plan does not take; nothing of a plan file, whose inputs are not known here.</summary>
    public static IReadOnlyList<Finding> FaultsOfInputs(int step, string id, ReadSubPlan? read) =>
        read?.Inputs is { } inputs ? SubPlanArguments.FaultsOf(step, id, read.Plan.Name, read.Parameters, inputs) : [];

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
}
