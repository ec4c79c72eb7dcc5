using Microsoft.CodeAnalysis;

namespace PlanDsl.Compiler;

/// <summary>Finds the symbols of the types that the inputs of plan files have.</summary>
internal static class InputSymbols
{
    private const string JsonElement = "System.Text.Json.JsonElement";

    private static readonly string[] Bare = [.. new[] { CodeTypes.String, CodeTypes.Integer, CodeTypes.Decimal, CodeTypes.Boolean, CodeTypes.Json }.Select(static type => type.Declared)];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<InputSymbol> All(Compilation compilation) =>
    [
        .. Bare.Select(type => new InputSymbol(type, Of(type, compilation).WithNullableAnnotation(NullableAnnotation.NotAnnotated))),
        .. Bare.Select(type => new InputSymbol(type + "?", Of(type + "?", compilation).WithNullableAnnotation(NullableAnnotation.Annotated))),
    ];

    /// <summary>The type of a parameter that takes an input.</summary>
    /// <param name="type">The type as C# spells it.</param>
    /// <param name="compilation">The compilation.</param>
    public static ITypeSymbol Of(string type, Compilation compilation)
    {
        var bare = type.TrimEnd('?');
        ITypeSymbol symbol = bare switch
        {
            "string" => compilation.GetSpecialType(SpecialType.System_String),
            "long" => compilation.GetSpecialType(SpecialType.System_Int64),
            "decimal" => compilation.GetSpecialType(SpecialType.System_Decimal),
            "bool" => compilation.GetSpecialType(SpecialType.System_Boolean),
            _ => compilation.GetTypeByMetadataName(JsonElement) ?? (ITypeSymbol)compilation.GetSpecialType(SpecialType.System_Object),
        };
        return bare == type || !symbol.IsValueType ? symbol : compilation.GetSpecialType(SpecialType.System_Nullable_T).Construct(symbol);
    }
}
