using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Types that do not exist, or not yet: nothing can be generated from them.</summary>
internal static class UnresolvedTypes
{
    /// <summary>What stands for such a type: it takes part in everything and fails in nothing, so that a missing type is the
    /// one error that C# makes of it.</summary>
    public static TypeRef Placeholder(ITypeSymbol type) => TypeNames.Ref(type) with { Name = "dynamic", IsValueType = false, Nullability = Nullability.Oblivious };

    public static bool AreIn(IMethodSymbol method, PlanSymbols symbols)
    {
        foreach (var parameter in method.Parameters)
        {
            if (AreIn(parameter.Type, symbols))
                return true;
        }

        return AreIn(method.ReturnType, symbols);
    }

    /// <summary>Whether a part of <paramref name="type"/> is unresolved. The <c>Results</c> of another plan, which we make
    /// ourselves, are known by construction.</summary>
    public static bool AreIn(ITypeSymbol type, PlanSymbols symbols) => type switch
    {
        { SpecialType: not SpecialType.None } => false,
        IErrorTypeSymbol error => !IsResultsOfPlan(error, symbols),
        IArrayTypeSymbol array => AreIn(array.ElementType, symbols),
        INamedTypeSymbol named => (named.ContainingType is { } outer && AreIn(outer, symbols))
            || AreInAny(named.TypeArguments, symbols),
        _ => false,
    };

    /// <summary>Whether a part of <paramref name="type"/> is the <c>Results</c> of a plan that is not generated yet.</summary>
    public static bool IsYetToBeGenerated(ITypeSymbol type) => type switch
    {
        IErrorTypeSymbol => true,
        IArrayTypeSymbol array => IsYetToBeGenerated(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(IsYetToBeGenerated),
        _ => false,
    };

    // Asked of every type in every signature at each keystroke, so that it makes no closure.
    private static bool AreInAny(ImmutableArray<ITypeSymbol> types, PlanSymbols symbols)
    {
        foreach (var type in types)
        {
            if (AreIn(type, symbols))
                return true;
        }

        return false;
    }

    /// <summary>Whether a type is the <c>Results</c> of a plan, made by now or not.</summary>
    public static bool IsResultsOfPlan(INamedTypeSymbol type, PlanSymbols symbols) =>
        type is { Name: "Results", Arity: 0, ContainingSymbol: INamedTypeSymbol plan } && Attributes.Has(plan, symbols.Plan);
}
