using Microsoft.CodeAnalysis;

namespace PlanDsl.Compiler;

/// <summary>A method of the class that a step calls.</summary>
/// <param name="Method">The method.</param>
/// <param name="Returned">What it returns.</param>
/// <param name="Result">What comes of it, awaited or collected; <see langword="null"/> for nothing.</param>
internal sealed record BoundCall(IMethodSymbol Method, StepReturn Returned, CodeType? Result);
