using System.Globalization;
using Microsoft.CodeAnalysis;
using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Reads enums.</summary>
internal static class EnumReader
{
    /// <summary>The distinct values of <paramref name="type"/>, ascending; of several names of one value, the first declared.</summary>
    public static EnumSpec Read(INamedTypeSymbol type)
    {
        var name = type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        var members = type.GetMembers().OfType<IFieldSymbol>()
            .Where(static field => field.HasConstantValue)
            .Select(field => Member(field, name))
            .GroupBy(static member => member.Value)
            .Select(static aliases => aliases.First())
            .OrderBy(static member => member.Value);
        var isWide = type.EnumUnderlyingType?.SpecialType is SpecialType.System_Int64 or SpecialType.System_UInt64;
        return new(name, isWide, members.ToEquatableArray());
    }

    /// <summary>A constant of an enum's underlying type as the value that <see cref="EnumMemberSpec.Value"/> holds.</summary>
    public static long ValueOf(object constant) =>
        constant is ulong large ? unchecked((long)large) : Convert.ToInt64(constant, CultureInfo.InvariantCulture);

    private static EnumMemberSpec Member(IFieldSymbol field, string type)
    {
        var constant = field.ConstantValue!;
        var expression = IsObsolete(field)
            ? $"({type})({Convert.ToString(constant, CultureInfo.InvariantCulture)})"
            : $"{type}.{TypeNames.Escape(field.Name)}";
        return new(field.Name, ValueOf(constant), expression);
    }

    private static bool IsObsolete(IFieldSymbol field) =>
        field.GetAttributes().Any(static attribute => attribute.AttributeClass is { Name: nameof(ObsoleteAttribute), ContainingNamespace.Name: nameof(System) });
}
