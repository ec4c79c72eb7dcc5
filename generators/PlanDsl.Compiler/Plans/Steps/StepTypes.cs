using Microsoft.CodeAnalysis;

namespace PlanDsl.Compiler;

/// <summary>Says why a value of a type cannot travel between steps.</summary>
internal static class StepTypes
{
    public static string? FaultOf(ITypeSymbol type) => type switch
    {
        IPointerTypeSymbol or IFunctionPointerTypeSymbol => "a pointer, which cannot be kept between steps; use a managed type",
        { IsRefLikeType: true } or ITypeParameterSymbol { AllowsRefLikeType: true } =>
            "which lives on the stack and cannot be kept between steps; use an array or Memory<T>",
        IArrayTypeSymbol array => FaultOf(array.ElementType),
        INamedTypeSymbol { IsFileLocal: true } => "which is local to its file, where generated code cannot name it; remove 'file'",
        INamedTypeSymbol named => named.TypeArguments.Select(FaultOf).FirstOrDefault(static fault => fault is not null),
        _ => null,
    };
}
