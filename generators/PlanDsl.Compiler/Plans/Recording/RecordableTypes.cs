using Microsoft.CodeAnalysis;

namespace PlanDsl.Compiler;

/// <summary>Whether System.Text.Json brings back what it has written of a type, by what is documented of it and what the declarations of the
/// types say. Where they do not tell, nothing is said.</summary>
internal sealed class RecordableTypes(PlanSymbols symbols)
{
    private readonly Dictionary<ITypeSymbol, string?> _known = new(SymbolEqualityComparer.Default);

    /// <summary>Why it does not, as the end of a sentence; <see langword="null"/> if nothing speaks against it.</summary>
    public string? FaultOf(ITypeSymbol type)
    {
        if (!_known.TryGetValue(type, out var fault))
            _known.Add(type, fault = FaultOf(type, "", new(SymbolEqualityComparer.Default)));
        return fault;
    }

    private string? FaultOf(ITypeSymbol type, string path, HashSet<ITypeSymbol> seen)
    {
        if (type is IArrayTypeSymbol { Rank: 1 } array)
            return FaultOf(array.ElementType, path + "[]", seen);
        if (type is INamedTypeSymbol results && UnresolvedTypes.IsResultsOfPlan(results, symbols))
            return Say(path, type, "the results of a plan, which only its runs make; take those of them that you need");
        if (type.TypeKind is TypeKind.Error or TypeKind.TypeParameter or TypeKind.Enum || !seen.Add(type) || SerializerMarks.HasConverter(type))
            return null;
        if (PlainTypes.FaultOf(type) is { } fault)
            return Say(path, type, fault);
        if (type is not INamedTypeSymbol named || PlainTypes.AreKnown(named))
            return null;
        if (PlainTypes.AreMadeOfArguments(named))
            return named.TypeArguments.Select(part => FaultOf(part, path, seen)).FirstOrDefault(static fault => fault is not null);
        return SerializedCollection.Of(named) is { } collection
            ? FaultOf(named, collection, path, seen)
            : FaultOf(named, new SerializedObject(named), path, seen);
    }

    private string? FaultOf(INamedTypeSymbol type, SerializedCollection collection, string path, HashSet<ITypeSymbol> seen) =>
        collection.Fault is { } fault ? Say(path, type, fault) : FaultOf(collection.Element, path + "[]", seen);

    private string? FaultOf(INamedTypeSymbol type, SerializedObject made, string path, HashSet<ITypeSymbol> seen)
    {
        if (made.Derived.Count > 0)
            return made.Derived.Select(derived => FaultOf(derived, path, seen)).FirstOrDefault(static fault => fault is not null);
        if (made.Fault is { } fault)
            return Say(path, type, fault);
        foreach (var (name, member) in made.Members)
        {
            if (FaultOf(member, type.IsTupleType ? path : $"{Place(path, type)}.{name}", seen) is { } found)
                return found;
        }

        return made.LostMember is { } lost
            ? $"'{Place(path, type)}.{lost}' does not come back, since the serializer cannot set it; give it a public setter or 'init', mark it [JsonInclude], or let the constructor take it"
            : null;
    }

    private static string Say(string path, ITypeSymbol type, string fault) =>
        $"{(path.Length == 0 ? "it is" : HasMember(path) ? $"'{path}' is" : "it holds")} '{Name(type)}', {fault}";

    // The way begins at the first type that has members.
    private static string Place(string path, ITypeSymbol type) => HasMember(path) ? path : Name(type);

    private static bool HasMember(string path) => path.IndexOf('.') >= 0;

    // Of a nested type the one around it says more.
    private static string Name(ITypeSymbol type) => $"{(type.ContainingType is { } outer && type is not ITypeParameterSymbol ? outer.Name + "." : "")}{type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}";
}
