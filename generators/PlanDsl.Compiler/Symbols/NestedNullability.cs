using Microsoft.CodeAnalysis;

namespace PlanDsl.Compiler;

/// <summary>Tells where C# would warn of a conversion because of what the <em>parts</em> of the types say of null (CS8619, CS8620): a
/// <c>List&lt;string?&gt;</c> given to a <c>List&lt;string&gt;</c>. Of the types themselves nothing is said, nor where a part is
/// oblivious.</summary>
internal static class NestedNullability
{
    /// <summary>Whether a value of <paramref name="from"/>, which converts to <paramref name="to"/>, does so against its annotations.</summary>
    public static bool Clashes(ITypeSymbol from, ITypeSymbol to) => (from, to) switch
    {
        (IArrayTypeSymbol one, IArrayTypeSymbol other) => PartClashes(one.ElementType, other.ElementType, VarianceKind.Out),
        (INamedTypeSymbol { IsTupleType: true } one, INamedTypeSymbol { IsTupleType: true } other) when one.TupleElements.Length == other.TupleElements.Length =>
            one.TupleElements.Zip(other.TupleElements, static (part, taken) => PartClashes(part.Type, taken.Type, VarianceKind.Out)).Any(static clashes => clashes),
        (_, INamedTypeSymbol { IsGenericType: true } generic) => SameIn(from, generic) is { } source && ArgumentsClash(source, generic),
        _ => false,
    };

    private static bool ArgumentsClash(INamedTypeSymbol from, INamedTypeSymbol to)
    {
        for (var i = 0; i < to.TypeArguments.Length; i++)
        {
            if (PartClashes(from.TypeArguments[i], to.TypeArguments[i], to.TypeParameters[i].Variance))
                return true;
        }

        return false;
    }

    private static bool PartClashes(ITypeSymbol from, ITypeSymbol to, VarianceKind variance) => variance switch
    {
        VarianceKind.Out => MayBecomeNull(from, to) || Clashes(from, to),
        VarianceKind.In => MayBecomeNull(to, from) || Clashes(to, from),
        _ => MayBecomeNull(from, to) || MayBecomeNull(to, from) || Clashes(from, to),
    };

    private static bool MayBecomeNull(ITypeSymbol from, ITypeSymbol to) =>
        !from.IsValueType && from.NullableAnnotation is NullableAnnotation.Annotated && to.NullableAnnotation is NullableAnnotation.NotAnnotated;

    // What a type is besides itself: one of its bases or interfaces, or an interface of an array. Where it is several of one kind,
    // C# chooses by more than we look at.
    private static INamedTypeSymbol? SameIn(ITypeSymbol from, INamedTypeSymbol to)
    {
        for (var type = from; type is not null; type = type.BaseType)
        {
            if (IsSame(type, to))
                return (INamedTypeSymbol)type;
        }

        var interfaces = from.AllInterfaces.Where(type => IsSame(type, to)).ToArray();
        return interfaces.Length == 1 ? interfaces[0] : null;
    }

    private static bool IsSame(ITypeSymbol type, INamedTypeSymbol to) =>
        SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, to.OriginalDefinition);
}
