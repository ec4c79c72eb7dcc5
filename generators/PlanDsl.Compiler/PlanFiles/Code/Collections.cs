using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace PlanDsl.Compiler;

/// <summary>Which types are arrays as JSON, and how their elements are taken.</summary>
internal static class Collections
{
    /// <summary>The type of the elements; <see langword="null"/> for what is no collection, or several.</summary>
    public static ITypeSymbol? ElementOf(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol { Rank: 1 } array)
            return array.ElementType;
        var found = Self(type).Where(static part => part.OriginalDefinition.SpecialType is SpecialType.System_Collections_Generic_IEnumerable_T).ToList();
        return found.Count == 1 ? found[0].TypeArguments[0] : null;
    }

    /// <summary>The member that tells how many elements there are, of what has an index.</summary>
    public static string? CountOf(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol)
            return "Length";
        if (!Self(type).Any(static part => part.OriginalDefinition.SpecialType is SpecialType.System_Collections_Generic_IReadOnlyList_T))
            return null;
        var members = Members(type).OfType<IPropertySymbol>().Where(static property => property.DeclaredAccessibility is Accessibility.Public).ToList();
        if (!members.Any(static property => property is { IsIndexer: true, Parameters.Length: 1 } && property.Parameters[0].Type.SpecialType is SpecialType.System_Int32))
            return null;
        return members.FirstOrDefault(static property => property.Name is "Count" or "Length")?.Name;
    }

    /// <summary>Whether it is an object as JSON, whose members have any names.</summary>
    public static bool IsDictionary(ITypeSymbol type) => Self(type).Any(static part =>
        part is { Arity: 2, Name: "IDictionary" or "IReadOnlyDictionary" } && part.ContainingNamespace.ToDisplayString() == "System.Collections.Generic");

    private static ImmutableArray<INamedTypeSymbol> Self(ITypeSymbol type) => type is INamedTypeSymbol named ? type.AllInterfaces.Add(named) : type.AllInterfaces;

    private static IEnumerable<ISymbol> Members(ITypeSymbol type)
    {
        if (type.TypeKind is TypeKind.Interface)
            return Self(type).SelectMany(static part => part.GetMembers());
        var members = new List<ISymbol>();
        for (var part = type; part is not null; part = part.BaseType)
            members.AddRange(part.GetMembers());
        return members;
    }
}
