using Microsoft.CodeAnalysis;

namespace PlanDsl.Compiler;

/// <summary>C#'s rule of consistent accessibility: whoever can see a member can see the types that it names.</summary>
internal static class AccessScope
{
    /// <summary>Whether a member of <paramref name="type"/> with this accessibility is seen only where <paramref name="named"/> is.</summary>
    public static bool IsWithin(Accessibility member, INamedTypeSymbol type, INamedTypeSymbol named)
    {
        if (IsNarrower(member, type, named))
            return true;
        for (var container = type; container is not null; container = container.ContainingType)
        {
            if (IsNarrower(container.DeclaredAccessibility, container.ContainingType, named))
                return true;
        }

        return false;
    }

    // One layer at a time: does this modifier, on something inside container, already keep it to where the named type is seen?
    private static bool IsNarrower(Accessibility modifier, INamedTypeSymbol? container, INamedTypeSymbol named)
    {
        var staysInAssembly = modifier is Accessibility.Private or Accessibility.Internal or Accessibility.ProtectedAndInternal;
        return named.DeclaredAccessibility switch
        {
            Accessibility.Public => true,
            Accessibility.Internal => staysInAssembly,
            Accessibility.Private => modifier is Accessibility.Private && IsInside(container, named.ContainingType),
            Accessibility.Protected => StaysInFamily(modifier, container, named),
            Accessibility.ProtectedAndInternal => staysInAssembly && StaysInFamily(modifier, container, named),
            Accessibility.ProtectedOrInternal => staysInAssembly || StaysInFamily(modifier, container, named)
                || (modifier is Accessibility.ProtectedOrInternal && IsOfFamily(container, named.ContainingType)),
            _ => false,
        };
    }

    private static bool StaysInFamily(Accessibility modifier, INamedTypeSymbol? container, INamedTypeSymbol named)
    {
        if (modifier is Accessibility.Protected or Accessibility.ProtectedAndInternal)
            return IsOfFamily(container, named.ContainingType);
        if (modifier is not Accessibility.Private)
            return false;
        for (; container is not null; container = container.ContainingType)
        {
            if (IsOfFamily(container, named.ContainingType))
                return true;
        }

        return false;
    }

    private static bool IsInside(INamedTypeSymbol? container, INamedTypeSymbol? outer)
    {
        for (; container is not null; container = container.ContainingType)
        {
            if (IsSame(container, outer))
                return true;
        }

        return false;
    }

    private static bool IsOfFamily(INamedTypeSymbol? type, INamedTypeSymbol? ancestor)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (IsSame(type, ancestor))
                return true;
        }

        return false;
    }

    private static bool IsSame(INamedTypeSymbol type, INamedTypeSymbol? other) =>
        SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, other?.OriginalDefinition);
}
