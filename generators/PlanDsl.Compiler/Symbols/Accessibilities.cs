using Microsoft.CodeAnalysis;

namespace PlanDsl.Compiler;

/// <summary>Finds how accessible a generated member may be: as its signature allows, and at most as its type.</summary>
internal static class Accessibilities
{
    private static readonly Accessibility[] WidestFirst =
    [
        Accessibility.Public, Accessibility.ProtectedOrInternal, Accessibility.Internal,
        Accessibility.Protected, Accessibility.ProtectedAndInternal, Accessibility.Private,
    ];

    /// <summary>The widest accessibility of a member of <paramref name="type"/> that names <paramref name="signature"/>.</summary>
    public static Accessibility OfMember(INamedTypeSymbol type, IEnumerable<ITypeSymbol> signature)
    {
        var named = Restricted(signature);
        return WidestFirst.First(candidate => candidate is Accessibility.Private || (IsOpenTo(type, candidate) && Allows(candidate, type, named)));
    }

    /// <summary>The accessibility of a member of a sealed class within <paramref name="type"/>; <see cref="Accessibility.Private"/>
    /// where nobody outside of <paramref name="type"/> can name <paramref name="value"/>.</summary>
    public static Accessibility OfNestedMember(INamedTypeSymbol type, ITypeSymbol value)
    {
        var named = Restricted([value]);
        return WidestFirst.First(candidate => candidate is Accessibility.Private
            || (candidate is Accessibility.Public or Accessibility.Internal && IsOpenTo(type, candidate) && Allows(candidate, type, named)));
    }

    /// <summary>The same in words; empty where there can be no such member.</summary>
    public static string KeywordsOfNestedMember(INamedTypeSymbol type, ITypeSymbol value) =>
        OfNestedMember(type, value) is not Accessibility.Private and var accessibility ? Keywords(accessibility) : "";

    /// <summary>The accessibility in words.</summary>
    public static string Keywords(Accessibility accessibility) => accessibility switch
    {
        Accessibility.Public => "public",
        Accessibility.ProtectedOrInternal => "protected internal",
        Accessibility.Internal => "internal",
        Accessibility.Protected => "protected",
        Accessibility.ProtectedAndInternal => "private protected",
        _ => "private",
    };

    // A private nested plan is used by the type around it, which a private member would lock out.
    private static bool IsOpenTo(INamedTypeSymbol type, Accessibility candidate) => candidate switch
    {
        Accessibility.Public => IsSeenElsewhere(type),
        Accessibility.ProtectedOrInternal => IsSeenElsewhere(type) && CanBeDerivedFrom(type),
        Accessibility.Protected or Accessibility.ProtectedAndInternal => CanBeDerivedFrom(type),
        _ => true,
    };

    private static bool IsSeenElsewhere(INamedTypeSymbol type) =>
        type.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal;

    private static bool CanBeDerivedFrom(INamedTypeSymbol type) => !type.IsSealed && !type.IsValueType;

    private static bool Allows(Accessibility candidate, INamedTypeSymbol type, INamedTypeSymbol[] named) =>
        Array.TrueForAll(named, part => AccessScope.IsWithin(candidate, type, part));

    private static INamedTypeSymbol[] Restricted(IEnumerable<ITypeSymbol> signature) =>
        [.. signature.SelectMany(PartsOf).Where(static part => part.DeclaredAccessibility is not Accessibility.Public)];

    private static IEnumerable<INamedTypeSymbol> PartsOf(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol array)
            return PartsOf(array.ElementType);
        if (type is IErrorTypeSymbol { ContainingSymbol: var container })
            return container is INamedTypeSymbol plan ? PartsOf(plan) : [];
        if (type is not INamedTypeSymbol named)
            return [];
        var outer = named.ContainingType is { } containing ? PartsOf(containing) : [];
        return named.TypeArguments.SelectMany(PartsOf).Concat(outer).Append(named);
    }
}
