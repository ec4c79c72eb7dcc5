using Microsoft.CodeAnalysis;
using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>The plan of a step while the step is being read.</summary>
/// <param name="Plan">The plan's type.</param>
/// <param name="Parameters">What the step's method takes for it.</param>
/// <param name="Inputs">Its inputs, in their order; <see langword="null"/> where a file of this project declares them.</param>
/// <param name="Model">The plan as the rules see it.</param>
/// <param name="Instance">Where the instance comes from.</param>
internal sealed record ReadSubPlan(
    INamedTypeSymbol Plan, EquatableArray<SubPlanParameter> Parameters, IReadOnlyList<SubPlanInput>? Inputs, SubPlanModel Model, SubPlanInstance Instance)
{
    /// <summary>How generated code runs it for <paramref name="method"/>.</summary>
    public SubPlanSpec SpecFor(IMethodSymbol method, PlanSymbols symbols) => new(
        TypeNames.Full(Plan),
        Instance.Source,
        Instance.Member,
        Inputs is null ? [] : SubPlanArguments.Of(Parameters, Inputs),
        method.Parameters.FirstOrDefault(parameter => SymbolEqualityComparer.Default.Equals(parameter.Type, symbols.CancellationToken)) is { } token
            ? TypeNames.Escape(token.Name)
            : "")
    {
        File = Inputs is null ? new(TypeSpecReader.MetadataName(Plan.OriginalDefinition), Plan.Name, Parameters) : null,
    };
}
