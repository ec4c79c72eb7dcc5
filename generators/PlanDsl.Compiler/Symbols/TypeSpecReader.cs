using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Reads how a declared type is re-opened.</summary>
public static class TypeSpecReader
{
    private static readonly SymbolDisplayFormat NamespaceFormat =
        SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted);

    private static readonly SymbolDisplayFormat DeclarationFormat = new(
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeVariance,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    /// <summary>Reads <paramref name="type"/>.</summary>
    public static TypeSpec Read(INamedTypeSymbol type) => new()
    {
        Namespace = type.ContainingNamespace is { IsGlobalNamespace: false } ns ? ns.ToDisplayString(NamespaceFormat) : "",
        Declarations = OutermostFirst(type).Select(static part => $"{Keyword(part)} {part.ToDisplayString(DeclarationFormat)}").ToEquatableArray(),
        Name = type.Name,
        Cref = type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat).Replace('<', '{').Replace('>', '}'),
        HintName = HintNames.Of(type),
    };

    /// <summary>The full name of <paramref name="type"/> as metadata spells it, such as <c>Shop.Outer`1+Plan</c>.</summary>
    public static string MetadataName(INamedTypeSymbol type)
    {
        var name = string.Join("+", OutermostFirst(type).Select(static part => part.MetadataName));
        return type.ContainingNamespace is { IsGlobalNamespace: false } ns ? $"{ns.ToDisplayString()}.{name}" : name;
    }

    private static IEnumerable<INamedTypeSymbol> OutermostFirst(INamedTypeSymbol type) =>
        type.ContainingType is { } container ? [.. OutermostFirst(container), type] : [type];

    private static string Keyword(INamedTypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Interface } => "interface",
        { TypeKind: TypeKind.Struct, IsRecord: true } => "record struct",
        { TypeKind: TypeKind.Struct } => "struct",
        { IsRecord: true } => "record",
        _ => "class",
    };
}
