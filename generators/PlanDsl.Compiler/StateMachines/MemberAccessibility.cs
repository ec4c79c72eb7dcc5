using Microsoft.CodeAnalysis;

namespace PlanDsl.Compiler;

/// <summary>How accessible a generated member can be, given the types in its signature.</summary>
internal static class MemberAccessibility
{
    /// <summary>The keyword: <c>public</c> unless one of <paramref name="types"/> is less accessible than
    /// <paramref name="owner"/> itself, which would make the member's signature an error.</summary>
    public static string Of(INamedTypeSymbol owner, params INamedTypeSymbol[] types)
    {
        var limits = types.SelectMany(SelfAndContainers)
            .Where(limit => limit.DeclaredAccessibility is not Accessibility.Public && !SelfAndContainers(owner).Any(outer => IsWithin(outer, limit)))
            .Select(static limit => limit.DeclaredAccessibility)
            .ToArray();
        return limits.Length == 0 ? "public"
            : limits.All(static limit => limit is Accessibility.Internal or Accessibility.ProtectedOrInternal) ? "internal"
            : "private";
    }

    // A type that is no more accessible than the limit, in the same place, keeps its members within the limit.
    private static bool IsWithin(INamedTypeSymbol type, INamedTypeSymbol limit) =>
        SymbolEqualityComparer.Default.Equals(type.ContainingType, limit.ContainingType)
        && (type.DeclaredAccessibility == limit.DeclaredAccessibility || type.DeclaredAccessibility is Accessibility.Private);

    private static IEnumerable<INamedTypeSymbol> SelfAndContainers(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.ContainingType)
            yield return current;
    }
}
