using Microsoft.CodeAnalysis;
using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>The plan of a step while the step is being read.</summary>
/// <param name="Plan">The plan's type.</param>
/// <param name="Inputs">Its inputs, in their order; <see langword="null"/> where a file of this project declares them.</param>
/// <param name="Model">The plan as the rules see it.</param>
/// <param name="Instance">Where the instance comes from.</param>
internal sealed record ReadSubPlan(INamedTypeSymbol Plan, IReadOnlyList<SubPlanInput>? Inputs, SubPlanModel Model, SubPlanInstance Instance)
{
    /// <summary>How generated code runs it for <paramref name="method"/>.</summary>
    public SubPlanSpec SpecFor(IMethodSymbol method, PlanSymbols symbols) => new(
        TypeNames.Full(Plan),
        Instance.Source,
        Instance.Member,
        (Inputs?.Select(input => ArgumentFor(input, method)) ?? ParametersOf(method, symbols)).ToEquatableArray(),
        method.Parameters.FirstOrDefault(parameter => SymbolEqualityComparer.Default.Equals(parameter.Type, symbols.CancellationToken)) is { } token
            ? TypeNames.Escape(token.Name)
            : "")
    {
        IsByName = Inputs is null,
    };

    private static IEnumerable<SubPlanArgument> ParametersOf(IMethodSymbol method, PlanSymbols symbols) => method.Parameters
        .Where(parameter => !SymbolEqualityComparer.Default.Equals(parameter.Type, symbols.CancellationToken))
        .Select(static parameter => new SubPlanArgument(parameter.Ordinal, TypeNames.Escape(parameter.Name)));

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
