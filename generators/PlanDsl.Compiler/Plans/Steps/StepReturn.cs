using Microsoft.CodeAnalysis;

namespace PlanDsl.Compiler;

/// <summary>What a method returns, seen as a step.</summary>
/// <param name="Kind">How it returns.</param>
/// <param name="Value">The type of the result; <see langword="null"/> if there is none.</param>
internal readonly record struct StepReturn(ReturnKind Kind, ITypeSymbol? Value)
{
    public bool IsAsync => Kind is ReturnKind.Awaitable or ReturnKind.AwaitableValue;

    public static StepReturn Of(IMethodSymbol method, PlanSymbols symbols)
    {
        if (method.ReturnsVoid)
            return new(ReturnKind.Void, null);
        if (Is(method.ReturnType, symbols.Task) || Is(method.ReturnType, symbols.ValueTask))
            return new(ReturnKind.Awaitable, null);
        if (Is(method.ReturnType.OriginalDefinition, symbols.TaskOfT) || Is(method.ReturnType.OriginalDefinition, symbols.ValueTaskOfT))
            return new(ReturnKind.AwaitableValue, ((INamedTypeSymbol)method.ReturnType).TypeArguments[0]);
        return new(ReturnKind.Value, method.ReturnType);
    }

    private static bool Is(ITypeSymbol type, INamedTypeSymbol? known) => SymbolEqualityComparer.Default.Equals(type, known);
}
