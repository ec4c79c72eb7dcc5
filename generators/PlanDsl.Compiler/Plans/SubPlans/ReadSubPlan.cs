using Microsoft.CodeAnalysis;
using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>The plan of a step while the step is being read.</summary>
/// <param name="Plan">The plan's type.</param>
/// <param name="Inputs">Its inputs, in their order.</param>
/// <param name="Model">The plan as the rules see it.</param>
/// <param name="Instance">Where the instance comes from.</param>
internal sealed record ReadSubPlan(INamedTypeSymbol Plan, IReadOnlyList<SubPlanInput> Inputs, SubPlanModel Model, SubPlanInstance Instance)
{
    /// <summary>How generated code runs it for <paramref name="method"/>.</summary>
    public SubPlanSpec SpecFor(IMethodSymbol method, PlanSymbols symbols) => new(
        TypeNames.Full(Plan),
        Instance.Source,
        Instance.Member,
        Inputs.Select(input => ArgumentFor(input, method)).ToEquatableArray(),
        method.Parameters.FirstOrDefault(parameter => SymbolEqualityComparer.Default.Equals(parameter.Type, symbols.CancellationToken)) is { } token
            ? TypeNames.Escape(token.Name)
            : "");

    private static SubPlanArgument ArgumentFor(SubPlanInput input, IMethodSymbol method)
    {
        foreach (var parameter in method.Parameters)
        {
            if (SnakeCase.From(parameter.Name) == input.Name)
                return new(parameter.Ordinal, TypeNames.Escape(parameter.Name));
        }

        return new(-1, input.DefaultValue ?? DefaultValues.Default);
    }
}
