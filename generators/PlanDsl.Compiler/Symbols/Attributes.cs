using Microsoft.CodeAnalysis;
using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Finds attributes and reads what their authors wrote.</summary>
internal static class Attributes
{
    public static AttributeData? Find(ISymbol symbol, INamedTypeSymbol? attribute)
    {
        if (attribute is null)
            return null;
        foreach (var candidate in symbol.GetAttributes())
        {
            if (SymbolEqualityComparer.Default.Equals(candidate.AttributeClass, attribute))
                return candidate;
        }

        return null;
    }

    public static bool Has(ISymbol symbol, INamedTypeSymbol? attribute) => Find(symbol, attribute) is not null;

    // A named argument that does not compile is as good as absent: C# has said what is wrong with it.
    public static TypedConstant? Named(AttributeData attribute, string name)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == name)
                return argument.Value.Kind is TypedConstantKind.Error ? null : argument.Value;
        }

        return null;
    }

    public static string? NamedString(AttributeData attribute, string name) => Named(attribute, name)?.Value as string;

    public static Duration? NamedDuration(AttributeData attribute, string name) =>
        NamedString(attribute, name) is { } text ? new Duration(text) : null;
}
