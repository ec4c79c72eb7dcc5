using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace PlanDsl.Compiler;

/// <summary>Names generated files. Hint names ignore case, and one clash would drop all output of the generator.</summary>
internal static class HintNames
{
    private const uint FnvOffset = 2166136261;
    private const uint FnvPrime = 16777619;

    // A type looks at all its neighbours; what they are is found out once for all of them, and goes with their compilation.
    private static readonly ConditionalWeakTable<INamespaceOrTypeSymbol, HashSet<string>> Twins = new();

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
            if (Twins.GetValue(container, TwinsIn).Contains(current.MetadataName))
                return true;
        }

        return false;
    }

    // The names, in whatever case, that two members have in different cases.
    private static HashSet<string> TwinsIn(INamespaceOrTypeSymbol container)
    {
        var first = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var twins = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var member in container.GetMembers())
        {
            if (member is not INamespaceOrTypeSymbol)
                continue;
            if (!first.TryGetValue(member.MetadataName, out var other))
                first.Add(member.MetadataName, member.MetadataName);
            else if (other != member.MetadataName)
                twins.Add(other);
        }

        return twins;
    }

    // FNV-1a: the same on every machine and in every process, as string.GetHashCode is not.
    internal static uint Hash(string text)
    {
        var hash = FnvOffset;
        foreach (var c in text)
            hash = unchecked((hash ^ c) * FnvPrime);
        return hash;
    }
}
