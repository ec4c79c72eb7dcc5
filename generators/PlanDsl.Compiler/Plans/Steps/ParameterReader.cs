using Microsoft.CodeAnalysis;
using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Reads what a parameter of a step binds.</summary>
internal static class ParameterReader
{
    public static ParameterModel Read(IParameterSymbol parameter, PlanSymbols symbols)
    {
        var type = UnresolvedTypes.AreIn(parameter.Type, symbols) ? UnresolvedTypes.Placeholder(parameter.Type) : TypeNames.Ref(parameter.Type);
        if (Attributes.Has(parameter, symbols.Input))
            return new() { Name = parameter.Name, Kind = ParameterKind.Input, Key = SnakeCase.From(parameter.Name), Type = type };
        if (Attributes.Find(parameter, symbols.Each) is { } each)
        {
            var source = each.ConstructorArguments.FirstOrDefault() is { Kind: TypedConstantKind.Primitive, Value: string written } ? written : "";
            return new() { Name = parameter.Name, Kind = ParameterKind.Element, Key = source, IsExplicit = true, Type = type };
        }

        if (Attributes.Has(parameter, symbols.Previous))
            return new() { Name = parameter.Name, Kind = ParameterKind.Previous, Type = type };
        if (Attributes.Find(parameter, symbols.From) is { } from)
        {
            var key = from.ConstructorArguments.FirstOrDefault() is { Kind: TypedConstantKind.Primitive, Value: string text } ? text : "";
            return new() { Name = parameter.Name, Kind = ParameterKind.Result, Key = key, IsExplicit = true, Type = type };
        }

        return KindOf(parameter.Type, symbols) is { } kind
            ? new() { Name = parameter.Name, Kind = kind, Type = type }
            : new() { Name = parameter.Name, Kind = ParameterKind.Result, Key = SnakeCase.From(parameter.Name), Type = type };
    }

    // What the engine supplies is known by its type.
    private static ParameterKind? KindOf(ITypeSymbol type, PlanSymbols symbols) =>
        SymbolEqualityComparer.Default.Equals(type, symbols.CancellationToken) ? ParameterKind.CancellationToken
        : SymbolEqualityComparer.Default.Equals(type, symbols.StepContext) ? ParameterKind.Context
        : null;
}
