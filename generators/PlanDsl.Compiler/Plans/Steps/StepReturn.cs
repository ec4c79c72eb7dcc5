using Microsoft.CodeAnalysis;

namespace PlanDsl.Compiler;

/// <summary>What a method returns, seen as a step.</summary>
/// <param name="Kind">How it returns.</param>
/// <param name="Value">The type of the result; <see langword="null"/> if there is none.</param>
internal readonly record struct StepReturn(ReturnKind Kind, ITypeSymbol? Value)
{
    /// <summary>Whether a task is returned.</summary>
    public bool IsAsync => Kind is ReturnKind.Awaitable or ReturnKind.AwaitableValue;

    public static StepReturn Of(IMethodSymbol method, PlanSymbols symbols)
    {
        if (method.ReturnsVoid)
            return new(ReturnKind.Void, null);
        if (Is(method.ReturnType, symbols.Task) || Is(method.ReturnType, symbols.ValueTask))
            return new(ReturnKind.Awaitable, null);
        if (Is(method.ReturnType.OriginalDefinition, symbols.TaskOfT) || Is(method.ReturnType.OriginalDefinition, symbols.ValueTaskOfT))
            return new(ReturnKind.AwaitableValue, ((INamedTypeSymbol)method.ReturnType).TypeArguments[0]);
        if (IsStream(method.ReturnType, symbols))
            return new(ReturnKind.Stream, AllOf(((INamedTypeSymbol)method.ReturnType).TypeArguments[0], symbols));
        return new(ReturnKind.Value, method.ReturnType);
    }

    /// <summary>Whether <paramref name="type"/> is that of a stream.</summary>
    public static bool IsStream(ITypeSymbol type, PlanSymbols symbols) =>
        Is(type.OriginalDefinition, symbols.AsyncEnumerable) || Is(type.OriginalDefinition, symbols.Observable);

    private static ITypeSymbol AllOf(ITypeSymbol element, PlanSymbols symbols) =>
        symbols.Compilation.CreateArrayTypeSymbol(element, elementNullableAnnotation: element.NullableAnnotation)
            .WithNullableAnnotation(NullableAnnotation.NotAnnotated);

    private static bool Is(ITypeSymbol type, INamedTypeSymbol? known) => SymbolEqualityComparer.Default.Equals(type, known);
}
