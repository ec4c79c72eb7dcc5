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
        List<INamedTypeSymbol>? restricted = null;
        foreach (var part in signature)
            AddRestricted(part, ref restricted);
        return Widest(type, restricted, isNested: false);
    }

    /// <summary>The accessibility of a member of a sealed class within <paramref name="type"/>; <see cref="Accessibility.Private"/>
    /// where nobody outside of <paramref name="type"/> can name <paramref name="value"/>.</summary>
    public static Accessibility OfNestedMember(INamedTypeSymbol type, ITypeSymbol value)
    {
        List<INamedTypeSymbol>? restricted = null;
        AddRestricted(value, ref restricted);
        return Widest(type, restricted, isNested: true);
    }

    private static Accessibility Widest(INamedTypeSymbol type, List<INamedTypeSymbol>? restricted, bool isNested)
    {
        foreach (var candidate in WidestFirst)
        {
            if ((!isNested || candidate is Accessibility.Public or Accessibility.Internal) && IsOpenTo(type, candidate) && Allows(candidate, type, restricted))
                return candidate;
        }

        return Accessibility.Private;
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

    private static bool Allows(Accessibility candidate, INamedTypeSymbol type, List<INamedTypeSymbol>? restricted)
    {
        if (restricted is null)
            return true;
        foreach (var part in restricted)
        {
            if (!AccessScope.IsWithin(candidate, type, part))
                return false;
        }

        return true;
    }

    // The parts of a type that not everybody can name. Most types have none, and nothing is made for those.
    private static void AddRestricted(ITypeSymbol type, ref List<INamedTypeSymbol>? restricted)
    {
        switch (type)
        {
            case IArrayTypeSymbol array:
                AddRestricted(array.ElementType, ref restricted);
                return;
            case IErrorTypeSymbol { ContainingSymbol: var container }:
                if (container is INamedTypeSymbol plan)
                    AddRestricted(plan, ref restricted);
                return;
            case INamedTypeSymbol named:
                foreach (var argument in named.TypeArguments)
                    AddRestricted(argument, ref restricted);
                if (named.ContainingType is { } outer)
                    AddRestricted(outer, ref restricted);
                if (named.DeclaredAccessibility is not Accessibility.Public)
                    (restricted ??= []).Add(named);
                return;
        }
    }
}
