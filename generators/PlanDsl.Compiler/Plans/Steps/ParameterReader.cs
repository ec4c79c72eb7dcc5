using Microsoft.CodeAnalysis;
using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Reads what a parameter of a step binds.</summary>
internal static class ParameterReader
{
    public static ParameterModel Read(IParameterSymbol parameter, PlanSymbols symbols)
    {
        var read = new ParameterModel { Name = parameter.Name, Type = RefOf(parameter.Type, symbols) };
        if (Attributes.Has(parameter, symbols.Input) && !IsSupplied(parameter.Type, symbols))
            return read with { Kind = ParameterKind.Input, Key = SnakeCase.From(parameter.Name) };
        if (Attributes.Find(parameter, symbols.Each) is { } each)
            return read with { Kind = ParameterKind.Element, Key = KeyIn(each), IsExplicit = true };
        if (Attributes.Has(parameter, symbols.Previous))
            return read with { Kind = ParameterKind.Previous };
        if (Attributes.Has(parameter, symbols.FromServices))
            return read with { Kind = ParameterKind.Service };
        if (KindOf(parameter.Type, symbols) is { } kind && !Attributes.Has(parameter, symbols.From))
            return read with { Kind = kind };
        return OutcomeType(parameter.Type, symbols) is { } value
            ? Named(read, parameter, symbols) with { Kind = ParameterKind.Outcome, OutcomeType = RefOf(value, symbols) }
            : Named(read, parameter, symbols);
    }

    /// <summary>What a <c>StepOutcome&lt;T&gt;</c> brings; <see langword="null"/> for any other type.</summary>
    public static ITypeSymbol? OutcomeType(ITypeSymbol type, PlanSymbols symbols) =>
        SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, symbols.StepOutcomeOfT) ? ((INamedTypeSymbol)type).TypeArguments[0] : null;

    /// <summary>Whether values of this type come from the engine itself.</summary>
    public static bool IsSupplied(ITypeSymbol type, PlanSymbols symbols) => KindOf(type, symbols) is not null;

    private static ParameterModel Named(ParameterModel read, IParameterSymbol parameter, PlanSymbols symbols) =>
        Attributes.Find(parameter, symbols.From) is { } from
            ? read with { Key = KeyIn(from), IsExplicit = true }
            : read with { Key = SnakeCase.From(parameter.Name) };

    private static TypeRef RefOf(ITypeSymbol type, PlanSymbols symbols) =>
        UnresolvedTypes.AreIn(type, symbols) ? UnresolvedTypes.Placeholder(type) : TypeNames.Ref(type);

    private static string KeyIn(AttributeData attribute) =>
        attribute.ConstructorArguments.FirstOrDefault() is { Kind: TypedConstantKind.Primitive, Value: string text } ? text : "";

    // What the engine supplies is known by its type.
    private static ParameterKind? KindOf(ITypeSymbol type, PlanSymbols symbols) =>
        SymbolEqualityComparer.Default.Equals(type, symbols.CancellationToken) ? ParameterKind.CancellationToken
        : SymbolEqualityComparer.Default.Equals(type, symbols.StepContext) ? ParameterKind.Context
        : null;
}
