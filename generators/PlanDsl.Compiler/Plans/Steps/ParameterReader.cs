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
        if (Attributes.Find(parameter, symbols.From) is { } from)
        {
            var key = from.ConstructorArguments.FirstOrDefault() is { Kind: TypedConstantKind.Primitive, Value: string text } ? text : "";
            return new() { Name = parameter.Name, Kind = ParameterKind.Result, Key = key, IsExplicit = true, Type = type };
        }

        return SymbolEqualityComparer.Default.Equals(parameter.Type, symbols.CancellationToken)
            ? new() { Name = parameter.Name, Kind = ParameterKind.CancellationToken, Type = type }
            : new() { Name = parameter.Name, Kind = ParameterKind.Result, Key = SnakeCase.From(parameter.Name), Type = type };
    }
}
