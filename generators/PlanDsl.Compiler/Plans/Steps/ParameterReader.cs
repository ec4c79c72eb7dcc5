using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Reads what a parameter of a step binds.</summary>
internal static class ParameterReader
{
    /// <summary>What the parameters of a method bind, by their ordinals.</summary>
    public static EquatableArray<ParameterModel> ReadAll(IMethodSymbol method, PlanSymbols symbols)
    {
        var parameters = method.Parameters;
        if (parameters.IsEmpty)
            return [];
        var read = ImmutableArray.CreateBuilder<ParameterModel>(parameters.Length);
        foreach (var parameter in parameters)
            read.Add(Read(parameter, symbols));
        return new(read.MoveToImmutable());
    }

    public static ParameterModel Read(IParameterSymbol parameter, PlanSymbols symbols)
    {
        if (parameter.GetAttributes().IsEmpty)
            return Unmarked(parameter, symbols);
        if (Attributes.Has(parameter, symbols.Input) && !IsSupplied(parameter.Type, symbols))
            return Of(parameter, ParameterKind.Input, SnakeCase.From(parameter.Name), symbols);
        if (Attributes.Find(parameter, symbols.Each) is { } each)
            return Of(parameter, ParameterKind.Element, KeyIn(each), symbols, isExplicit: true);
        if (Attributes.Has(parameter, symbols.Previous))
            return Of(parameter, ParameterKind.Previous, "", symbols);
        if (Attributes.Has(parameter, symbols.FromServices))
            return Of(parameter, ParameterKind.Service, "", symbols);
        return Attributes.Find(parameter, symbols.From) is { } from
            ? OfStep(parameter, KeyIn(from), symbols, isExplicit: true)
            : Unmarked(parameter, symbols);
    }

    /// <summary>What a <c>StepOutcome&lt;T&gt;</c> brings; <see langword="null"/> for any other type.</summary>
    public static ITypeSymbol? OutcomeType(ITypeSymbol type, PlanSymbols symbols) =>
        SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, symbols.StepOutcomeOfT) ? ((INamedTypeSymbol)type).TypeArguments[0] : null;

    /// <summary>Whether values of this type come from the engine itself.</summary>
    public static bool IsSupplied(ITypeSymbol type, PlanSymbols symbols) => KindOf(type, symbols) is not null;

    private static ParameterModel Unmarked(IParameterSymbol parameter, PlanSymbols symbols) =>
        KindOf(parameter.Type, symbols) is { } kind
            ? Of(parameter, kind, "", symbols)
            : OfStep(parameter, SnakeCase.From(parameter.Name), symbols);

    private static ParameterModel OfStep(IParameterSymbol parameter, string key, PlanSymbols symbols, bool isExplicit = false) =>
        OutcomeType(parameter.Type, symbols) is { } value
            ? Of(parameter, ParameterKind.Outcome, key, symbols, isExplicit, outcome: RefOf(value, symbols))
            : Of(parameter, ParameterKind.Result, key, symbols, isExplicit, mayBeService: MayBeService(parameter.Type, symbols));

    private static ParameterModel Of(
        IParameterSymbol parameter, ParameterKind kind, string key, PlanSymbols symbols, bool isExplicit = false, TypeRef? outcome = null, bool mayBeService = false) => new()
        {
            Name = parameter.Name,
            Kind = kind,
            Key = key,
            IsExplicit = isExplicit,
            Type = RefOf(parameter.Type, symbols),
            MayBeService = mayBeService,
            OutcomeType = outcome,
        };

    private static TypeRef RefOf(ITypeSymbol type, PlanSymbols symbols) =>
        UnresolvedTypes.AreIn(type, symbols) ? UnresolvedTypes.Placeholder(type) : symbols.Ref(type);

    // A record, a collection, a stream or a task is a value that somebody has made, and so is what another plan has brought about.
    private static bool MayBeService(ITypeSymbol type, PlanSymbols symbols) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Interface or TypeKind.Class, SpecialType: SpecialType.None, IsRecord: false } named
        && !UnresolvedTypes.IsResultsOfPlan(named, symbols)
        && !IsTaskOrStream(named.OriginalDefinition, symbols)
        && !named.OriginalDefinition.AllInterfaces.Any(static part => part.SpecialType is SpecialType.System_Collections_IEnumerable);

    private static bool IsTaskOrStream(INamedTypeSymbol type, PlanSymbols symbols) =>
        SymbolEqualityComparer.Default.Equals(type, symbols.Task) || SymbolEqualityComparer.Default.Equals(type, symbols.TaskOfT)
        || SymbolEqualityComparer.Default.Equals(type, symbols.AsyncEnumerable) || SymbolEqualityComparer.Default.Equals(type, symbols.Observable);

    private static string KeyIn(AttributeData attribute) =>
        attribute.ConstructorArguments.FirstOrDefault() is { Kind: TypedConstantKind.Primitive, Value: string text } ? text : "";

    // What the engine supplies is known by its type.
    private static ParameterKind? KindOf(ITypeSymbol type, PlanSymbols symbols) =>
        SymbolEqualityComparer.Default.Equals(type, symbols.CancellationToken) ? ParameterKind.CancellationToken
        : SymbolEqualityComparer.Default.Equals(type, symbols.StepContext) ? ParameterKind.Context
        : null;
}
