using Microsoft.CodeAnalysis;

namespace PlanDsl.Compiler;

/// <summary>A type that is an array or an object of any names as JSON.</summary>
/// <param name="Element">The type of what is in it.</param>
/// <param name="Fault">Why it does not come back; <see langword="null"/> if it does.</param>
internal sealed record SerializedCollection(ITypeSymbol Element, string? Fault)
{
    private static readonly HashSet<string> Reversed = new(["Stack", "ConcurrentStack", "ImmutableStack", "IImmutableStack"], StringComparer.Ordinal);

    // Those for which it makes a list, a set or a dictionary.
    private static readonly HashSet<string> Interfaces = new(
        [
            "IEnumerable", "ICollection", "IList", "IReadOnlyCollection", "IReadOnlyList", "ISet", "IReadOnlySet", "IDictionary", "IReadOnlyDictionary",
            "IImmutableList", "IImmutableQueue", "IImmutableSet", "IImmutableDictionary",
        ],
        StringComparer.Ordinal);

    /// <summary>What a type is as such; <see langword="null"/> if it is none.</summary>
    public static SerializedCollection? Of(INamedTypeSymbol type)
    {
        if (Collections.IsDictionary(type) && DictionaryOf(type) is { } dictionary)
            return new(dictionary.TypeArguments[1], FaultOfKey(dictionary.TypeArguments[0]) ?? FaultOf(type, "dictionary"));
        return Collections.ElementOf(type) is { } element ? new(element, FaultOf(type, "list")) : null;
    }

    private static INamedTypeSymbol? DictionaryOf(INamedTypeSymbol type) =>
        type.AllInterfaces.Add(type).FirstOrDefault(static part => part is { Arity: 2, Name: "IDictionary" or "IReadOnlyDictionary" });

    private static string? FaultOf(INamedTypeSymbol type, string kind)
    {
        var isSystem = type.ContainingNamespace.ToDisplayString().StartsWith("System.Collections", StringComparison.Ordinal);
        if (isSystem && Reversed.Contains(type.Name))
            return "a stack, which comes back in reverse order; take a list";
        if (type.TypeKind is TypeKind.Interface)
            return isSystem && Interfaces.Contains(type.Name) ? null : $"a {kind} of which the serializer cannot tell what to make; take an array, or a {kind} of the framework";
        if (isSystem && type.ContainingNamespace.Name == "Immutable")
            return null;
        return !type.IsAbstract && IsMadeEmpty(type) && CanBeFilled(type) ? null : $"a {kind} that the serializer cannot fill; take an array, or a {kind} of the framework";
    }

    private static bool IsMadeEmpty(INamedTypeSymbol type) =>
        type.IsValueType || type.InstanceConstructors.Any(static constructor => constructor is { Parameters.IsEmpty: true, DeclaredAccessibility: Accessibility.Public });

    private static bool CanBeFilled(INamedTypeSymbol type) =>
        type.AllInterfaces.Any(static part => part.Name is "ICollection" or "IDictionary" or "IProducerConsumerCollection" && part.Arity > 0)
        || Parts(type).Any(static part => part.GetMembers("Enqueue").Length > 0);

    private static IEnumerable<INamedTypeSymbol> Parts(INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
            yield return type;
    }

    private static string? FaultOfKey(ITypeSymbol key) =>
        key.TypeKind is TypeKind.Enum or TypeKind.TypeParameter or TypeKind.Error || (key is INamedTypeSymbol named && PlainTypes.AreKnown(named)) || SerializerMarks.HasConverter(key)
            ? null
            : $"a dictionary whose keys, of type '{key.Name}', are no names in JSON; take strings as keys";
}
