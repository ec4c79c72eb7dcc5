using Microsoft.CodeAnalysis;

namespace PlanDsl.Compiler;

/// <summary>Makes the types of results that several bodies have made together, and takes collections apart.</summary>
internal static class ArrayTypes
{
    /// <summary><c>T[]</c>.</summary>
    public static ITypeSymbol Of(ITypeSymbol element, PlanSymbols symbols) =>
        symbols.Compilation.CreateArrayTypeSymbol(element, 1, element.NullableAnnotation).WithNullableAnnotation(NullableAnnotation.NotAnnotated);

    /// <summary><c>T?</c>, where a null of a value type is <see cref="Nullable{T}"/>.</summary>
    public static ITypeSymbol Absentable(ITypeSymbol type, PlanSymbols symbols) =>
        !type.IsValueType ? type.WithNullableAnnotation(NullableAnnotation.Annotated)
        : type.OriginalDefinition.SpecialType is SpecialType.System_Nullable_T ? type
        : symbols.Compilation.GetSpecialType(SpecialType.System_Nullable_T).Construct(type);

    /// <summary>The type of the elements of an array, of another <see cref="IEnumerable{T}"/> or of an
    /// <c>IAsyncEnumerable&lt;T&gt;</c>; <see langword="null"/> for what is none of these, or several.</summary>
    public static ITypeSymbol? ElementOf(ITypeSymbol type, PlanSymbols symbols) =>
        type is IArrayTypeSymbol { Rank: 1 } array ? array.ElementType
        : Single(type, static part => part.OriginalDefinition.SpecialType is SpecialType.System_Collections_Generic_IEnumerable_T)
            ?? Single(type, part => SymbolEqualityComparer.Default.Equals(part.OriginalDefinition, symbols.AsyncEnumerable));

    private static ITypeSymbol? Single(ITypeSymbol type, Func<INamedTypeSymbol, bool> isCollection)
    {
        var found = type.AllInterfaces.Where(isCollection).ToList();
        if (type is INamedTypeSymbol named && isCollection(named))
            found.Add(named);
        return found.Count == 1 ? found[0].TypeArguments[0] : null;
    }
}
