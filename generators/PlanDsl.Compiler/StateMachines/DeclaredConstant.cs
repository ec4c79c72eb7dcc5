using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>A state or a trigger as an argument of an attribute names it.</summary>
/// <param name="Anchor">Which argument.</param>
/// <param name="Constant">What it says.</param>
internal readonly record struct DeclaredConstant(Anchor Anchor, TypedConstant Constant)
{
    /// <summary>Whether the argument does not compile; the compiler says why.</summary>
    public bool IsError => Constant.Kind is TypedConstantKind.Error;

    /// <summary>The enum that it is of; <see langword="null"/> for any other value.</summary>
    public INamedTypeSymbol? Enum => Constant is { Kind: TypedConstantKind.Enum, Type: INamedTypeSymbol type } ? type : null;

    /// <summary>The value, if it is one of the enum <paramref name="type"/>.</summary>
    public long? ValueAs(INamedTypeSymbol type) =>
        Enum is { } own && SymbolEqualityComparer.Default.Equals(own, type) && Constant.Value is { } value ? EnumReader.ValueOf(value) : null;

    /// <summary>What it says, as short C#: <c>Light.Red</c>, <c>(Light)7</c>, <c>"red"</c> or <c>null</c>.</summary>
    public string Text
    {
        get
        {
            if (Enum is not { } type)
                return Constant.IsNull ? "null" : Constant.ToCSharpString();

            var value = Constant.Value;
            var member = type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(candidate => candidate.HasConstantValue && Equals(candidate.ConstantValue, value));
            return member is null
                ? $"({type.Name}){Convert.ToString(value, CultureInfo.InvariantCulture)}"
                : $"{type.Name}.{member.Name}";
        }
    }
}
