using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Spells types and names as generated code and messages need them.</summary>
internal static class TypeNames
{
    private static readonly SymbolDisplayFormat FullFormat = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly SymbolDisplayFormat ShortFormat = SymbolDisplayFormat.MinimallyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary><c>global::System.Collections.Generic.List&lt;string?&gt;?</c>: everything that the declaration says.</summary>
    public static string Full(ITypeSymbol type) => type.ToDisplayString(FullFormat);

    /// <summary>As <see cref="Full"/>, without nullable annotations, in the braces of a cref.</summary>
    public static string Cref(ITypeSymbol type) =>
        type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat).Replace('<', '{').Replace('>', '}');

    /// <summary>The type as a value, the annotation of the whole type taken off its spelling.</summary>
    public static TypeRef Ref(ITypeSymbol type)
    {
        var bare = type.IsValueType ? type : type.WithNullableAnnotation(NullableAnnotation.None);
        return new(Full(bare), bare.ToDisplayString(ShortFormat))
        {
            Nullability = NullabilityOf(type),
            IsValueType = type.IsValueType,
        };
    }

    /// <summary>How a parameter or member of this type is declared.</summary>
    public static string Declared(TypeRef type) =>
        type.Nullability is Nullability.Nullable && !type.IsValueType ? type.Name + "?" : type.Name;

    /// <summary>The name of a member or parameter, with an <c>@</c> where it is a keyword.</summary>
    public static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) is SyntaxKind.None && name != "await" ? name : "@" + name;

    private static Nullability NullabilityOf(ITypeSymbol type)
    {
        if (type.IsValueType)
            return type.OriginalDefinition.SpecialType is SpecialType.System_Nullable_T ? Nullability.Nullable : Nullability.NotNull;
        return type.NullableAnnotation switch
        {
            NullableAnnotation.Annotated => Nullability.Nullable,
            NullableAnnotation.NotAnnotated => Nullability.NotNull,
            _ => Nullability.Oblivious,
        };
    }
}
