using Microsoft.CodeAnalysis;
using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Reads C# types as System.Text.Json sees them with names in snake_case: what a value of one is as JSON is what expressions are about.
/// Each type is read once. Safe for several threads.</summary>
/// <param name="compilation">The compilation of the types.</param>
public sealed class SymbolTypes(Compilation compilation)
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<ITypeSymbol, CodeType> _known = new(SymbolEqualityComparer.IncludeNullability);

    /// <summary>The compilation of the types.</summary>
    public Compilation Compilation => compilation;

    /// <summary>The type that <paramref name="type"/> is to expressions.</summary>
    public CodeType Of(ITypeSymbol type) => _known.GetOrAdd(type, Read);

    /// <summary>Whether a value of one type is taken where another is asked for, as it is and without a warning about null, that of the whole
    /// value apart.</summary>
    public bool Converts(CodeType from, CodeType to)
    {
        if (from.Symbol is not { } source || to.Symbol is not { } target)
            return from.Expression.Name == to.Expression.Name || to.Symbol?.SpecialType is SpecialType.System_Object;
        var conversion = compilation.ClassifyCommonConversion(source, target);
        return conversion is { IsImplicit: true, IsUserDefined: false } && !NestedNullability.Clashes(source, target);
    }

    private CodeType Read(ITypeSymbol type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
            return Of(nullable.TypeArguments[0]).OrNull(isJudged: false);
        return !type.IsValueType && type.NullableAnnotation is NullableAnnotation.Annotated
            ? Of(type.WithNullableAnnotation(NullableAnnotation.NotAnnotated)).OrNull(isJudged: false)
            : ReadBare(type);
    }

    private CodeType ReadBare(ITypeSymbol type)
    {
        var spelled = TypeNames.Ref(type);
        if (CodeTypes.Of(spelled with { Nullability = Nullability.NotNull }) is { Shape: not CodeShape.Serialized } known)
            return known.At(type);
        var display = spelled.Display;
        if (type.TypeKind is TypeKind.Enum && JsonContract.IsPlainEnum(type))
            return CodeTypes.OfText(spelled.Name, display, isValueType: true).At(type);
        if (JsonContract.NeedsSerializer(type))
            return CodeTypes.Serialized(spelled.Name, display, type.IsValueType).At(type);
        if (Collections.ElementOf(type) is { } element)
        {
            return new(new(ValueKind.Array, spelled.Name, display))
            {
                Shape = CodeShape.Composite,
                Symbol = type,
                IsValueType = type.IsValueType,
                Element = Of(element),
                Count = Collections.CountOf(type),
            };
        }

        return new(new(ValueKind.Object, spelled.Name, display), () => JsonContract.MembersOf(type, compilation.Assembly, this))
        {
            Shape = CodeShape.Composite,
            Symbol = type,
            IsValueType = type.IsValueType,
        };
    }
}
