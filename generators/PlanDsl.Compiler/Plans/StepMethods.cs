using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace PlanDsl.Compiler;

/// <summary>Numbers the steps of a type. Whoever names a step by its index, in a model, a finding or a position, means this order.</summary>
public static class StepMethods
{
    private const string AsyncSuffix = "Async";

    /// <summary>The methods marked <c>[Step]</c> or <c>[Signal]</c> in the parts of <paramref name="type"/> itself, in the order of their declaration.</summary>
    public static ImmutableArray<IMethodSymbol> Of(INamedTypeSymbol type, PlanSymbols symbols)
    {
        var steps = ImmutableArray.CreateBuilder<IMethodSymbol>();
        foreach (var member in type.GetMembers())
        {
            if (member is IMethodSymbol method && IsStep(method, symbols))
                steps.Add(method);
        }

        return steps.ToImmutable();
    }

    /// <summary>Whether <paramref name="method"/> is marked as a step.</summary>
    public static bool IsStep(IMethodSymbol method, PlanSymbols symbols) =>
        Attributes.Has(method, symbols.Step) || Attributes.Has(method, symbols.Signal);

    /// <summary>The attributes that declare parallel groups, in the order of their declaration: the group with index <c>i</c> is
    /// the step that stands <c>i</c> after the last method.</summary>
    public static ImmutableArray<AttributeData> GroupsOf(INamedTypeSymbol type, PlanSymbols symbols) =>
        [.. type.GetAttributes().Where(attribute => SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, symbols.ParallelGroup))];

    /// <summary>The id of the step that a method of this name is: without one <c>Async</c> at its end, in snake_case.</summary>
    public static string IdOf(string method) => Model.SnakeCase.From(
        method.Length > AsyncSuffix.Length && method.EndsWith(AsyncSuffix, StringComparison.Ordinal)
            ? method.Substring(0, method.Length - AsyncSuffix.Length)
            : method);
}
