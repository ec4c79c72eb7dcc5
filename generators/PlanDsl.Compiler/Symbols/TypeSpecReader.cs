using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Reads how a declared type is re-opened.</summary>
public static class TypeSpecReader
{
    private static readonly SymbolDisplayFormat NamespaceFormat =
        SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted);

    private static readonly SymbolDisplayFormat DeclarationFormat = new(
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    // Unlike C#, metadata does not escape keywords.
    private static readonly SymbolDisplayFormat MetadataFormat = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces);

    /// <summary>Reads <paramref name="type"/>.</summary>
    public static TypeSpec Read(INamedTypeSymbol type) => new()
    {
        Namespace = type.ContainingNamespace is { IsGlobalNamespace: false } ns ? ns.ToDisplayString(NamespaceFormat) : "",
        Declarations = OutermostFirst(type).Select(static part => $"{Keyword(part)} {part.ToDisplayString(DeclarationFormat)}").ToEquatableArray(),
        Name = type.Name,
        SelfName = type.ToDisplayString(DeclarationFormat),
        Cref = type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat).Replace('<', '{').Replace('>', '}'),
        HintName = HintNames.Of(type),
        CanReopen = type.TypeKind is TypeKind.Class or TypeKind.Struct && FaultOfSurroundings(type) is null,
        IsValueType = type.IsValueType,
        IsStatic = type.IsStatic,
    };

    /// <summary>The hint name alone.</summary>
    public static string HintNameOf(INamedTypeSymbol type) => HintNames.Of(type);

    /// <summary>Why another file cannot re-open <paramref name="type"/> where it stands, with what would be right;
    /// <see langword="null"/> if it can. That the type itself is not partial is another matter: the compiler asks for it.</summary>
    public static string? FaultOfSurroundings(INamedTypeSymbol type)
    {
        foreach (var part in OutermostFirst(type))
        {
            var isOuter = !SymbolEqualityComparer.Default.Equals(part, type);
            if (part.IsFileLocal)
                return isOuter ? $"'{part.Name}' around it is local to its file; remove 'file' there" : "it is local to its file, where generated code cannot reach it; remove 'file'";
            if (isOuter && !IsPartial(part))
                return $"'{part.Name}' around it is not partial, so its members cannot be generated; add 'partial' there";
        }

        return null;
    }

    /// <summary>Whether every declaration of <paramref name="type"/> has the <c>partial</c> modifier. (The compiler merges one
    /// that lacks it all the same, and says CS0260.)</summary>
    public static bool IsPartial(INamedTypeSymbol type)
    {
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax() is TypeDeclarationSyntax declaration && !declaration.Modifiers.Any(SyntaxKind.PartialKeyword))
                return false;
        }

        return true;
    }

    /// <summary>The full name of <paramref name="type"/> as metadata spells it, such as <c>Shop.Outer`1+Plan</c>.</summary>
    public static string MetadataName(INamedTypeSymbol type)
    {
        var name = string.Join("+", OutermostFirst(type).Select(static part => part.MetadataName));
        return type.ContainingNamespace is { IsGlobalNamespace: false } ns ? $"{ns.ToDisplayString(MetadataFormat)}.{name}" : name;
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
