using Microsoft.CodeAnalysis;
using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Reads what a parameter of a step binds.</summary>
internal static class ParameterReader
{
    public static ParameterModel Read(IParameterSymbol parameter, PlanSymbols symbols)
    {
        var read = new ParameterModel { Name = parameter.Name, Type = RefOf(parameter.Type, symbols) };
        if (parameter.GetAttributes().IsEmpty)
            return Unmarked(read, parameter, symbols);
        if (Attributes.Has(parameter, symbols.Input) && !IsSupplied(parameter.Type, symbols))
            return read with { Kind = ParameterKind.Input, Key = SnakeCase.From(parameter.Name) };
        if (Attributes.Find(parameter, symbols.Each) is { } each)
            return read with { Kind = ParameterKind.Element, Key = KeyIn(each), IsExplicit = true };
        if (Attributes.Has(parameter, symbols.Previous))
            return read with { Kind = ParameterKind.Previous };
        if (Attributes.Has(parameter, symbols.FromServices))
            return read with { Kind = ParameterKind.Service };
        return Attributes.Find(parameter, symbols.From) is { } from
            ? OfStep(read with { Key = KeyIn(from), IsExplicit = true }, parameter.Type, symbols)
            : Unmarked(read, parameter, symbols);
    }

    /// <summary>What a <c>StepOutcome&lt;T&gt;</c> brings; <see langword="null"/> for any other type.</summary>
    public static ITypeSymbol? OutcomeType(ITypeSymbol type, PlanSymbols symbols) =>
        SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, symbols.StepOutcomeOfT) ? ((INamedTypeSymbol)type).TypeArguments[0] : null;

    /// <summary>Whether values of this type come from the engine itself.</summary>
    public static bool IsSupplied(ITypeSymbol type, PlanSymbols symbols) => KindOf(type, symbols) is not null;

    private static ParameterModel Unmarked(ParameterModel read, IParameterSymbol parameter, PlanSymbols symbols) =>
        KindOf(parameter.Type, symbols) is { } kind
            ? read with { Kind = kind }
            : OfStep(read with { Key = SnakeCase.From(parameter.Name) }, parameter.Type, symbols);

    private static ParameterModel OfStep(ParameterModel named, ITypeSymbol type, PlanSymbols symbols) =>
        OutcomeType(type, symbols) is { } value
            ? named with { Kind = ParameterKind.Outcome, OutcomeType = RefOf(value, symbols) }
            : named with { MayBeService = MayBeService(type, symbols) };

    private static TypeRef RefOf(ITypeSymbol type, PlanSymbols symbols) =>
        UnresolvedTypes.AreIn(type, symbols) ? UnresolvedTypes.Placeholder(type) : symbols.Ref(type);

    // A record, a collection, a stream or a task is a value that somebody has made, and so is what another plan has brought about.
    private static bool MayBeService(ITypeSymbol type, PlanSymbols symbols) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Interface or TypeKind.Class, SpecialType: SpecialType.None, IsRecord: false } named
        && !UnresolvedTypes.IsResultsOfPlan(named, symbols)
        && !IsTaskOrStream(named.OriginalDefinition, symbols)
        && !named.OriginalDefinition.AllInterfaces.Any(static part => part.SpecialType is SpecialType.System_Collections_IEnumerable);

    private static bool IsTaskOrStream(INamedTypeSymbol type, PlanSymbols symbols)
    {
        INamedTypeSymbol?[] known = [symbols.Task, symbols.TaskOfT, symbols.AsyncEnumerable, symbols.Observable];
        return known.Contains(type, SymbolEqualityComparer.Default);
    }

    private static string KeyIn(AttributeData attribute) =>
        attribute.ConstructorArguments.FirstOrDefault() is { Kind: TypedConstantKind.Primitive, Value: string text } ? text : "";

    // What the engine supplies is known by its type.
    private static ParameterKind? KindOf(ITypeSymbol type, PlanSymbols symbols) =>
        SymbolEqualityComparer.Default.Equals(type, symbols.CancellationToken) ? ParameterKind.CancellationToken
        : SymbolEqualityComparer.Default.Equals(type, symbols.StepContext) ? ParameterKind.Context
        : null;
}
