using System.Globalization;
using Microsoft.CodeAnalysis;

namespace PlanDsl.Compiler;

/// <summary>Names generated files. Hint names ignore case, and one clash would drop all output of the generator.</summary>
internal static class HintNames
{
    private const uint FnvOffset = 2166136261;
    private const uint FnvPrime = 16777619;

    /// <summary>The metadata name of <paramref name="type"/>; where another type's differs in nothing but case, with a short
    /// hash of it.</summary>
    public static string Of(INamedTypeSymbol type)
    {
        var name = TypeSpecReader.MetadataName(type);
        return HasCaseTwin(type) ? $"{name}-{Hash(name).ToString("x8", CultureInfo.InvariantCulture)}" : name;
    }

    private static bool HasCaseTwin(ISymbol symbol)
    {
        for (var current = symbol; current.ContainingSymbol is INamespaceOrTypeSymbol container; current = container)
        {
            foreach (var sibling in container.GetMembers())
            {
                if (sibling is INamespaceOrTypeSymbol && sibling.MetadataName != current.MetadataName
                    && string.Equals(sibling.MetadataName, current.MetadataName, StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // FNV-1a: the same on every machine and in every process, as string.GetHashCode is not.
    private static uint Hash(string text)
    {
        var hash = FnvOffset;
        foreach (var c in text)
            hash = unchecked((hash ^ c) * FnvPrime);
        return hash;
    }
}
