using Microsoft.CodeAnalysis;

namespace PlanDsl.Compiler;

/// <summary>What authors say to System.Text.Json by its attributes.</summary>
internal static class SerializerMarks
{
    private const string Namespace = "System.Text.Json.Serialization";

    /// <summary>Whether somebody has said how values are written and read.</summary>
    public static bool HasConverter(ISymbol symbol) => Has(symbol, "JsonConverterAttribute");

    /// <summary>Whether something bears an attribute of the serializer.</summary>
    public static bool Has(ISymbol symbol, string attribute) => Find(symbol, attribute) is not null;

    /// <summary>An attribute of the serializer, or one derived from it.</summary>
    public static AttributeData? Find(ISymbol symbol, string attribute) =>
        symbol.GetAttributes().FirstOrDefault(candidate => Is(candidate.AttributeClass, attribute));

    /// <summary>Whether a member is neither written nor read.</summary>
    public static bool IsIgnored(ISymbol member) =>
        Find(member, "JsonIgnoreAttribute") is { } ignore
        && (ignore.NamedArguments.FirstOrDefault(static argument => argument.Key == "Condition").Value.Value as int? ?? 1) is 1;

    /// <summary>The types of which it says that they may stand for this one.</summary>
    public static IReadOnlyList<ITypeSymbol> DerivedOf(ITypeSymbol type) =>
        [.. type.GetAttributes().Where(static attribute => Is(attribute.AttributeClass, "JsonDerivedTypeAttribute"))
            .Select(static attribute => attribute.ConstructorArguments.FirstOrDefault().Value).OfType<ITypeSymbol>()];

    private static bool Is(INamedTypeSymbol? type, string attribute)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.Name == attribute && type.ContainingNamespace.ToDisplayString() == Namespace)
                return true;
        }

        return false;
    }
}
