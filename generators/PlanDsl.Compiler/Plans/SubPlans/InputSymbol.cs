using Microsoft.CodeAnalysis;

namespace PlanDsl.Compiler;

/// <summary>A type that an input of a plan may have.</summary>
/// <param name="Declared">It as it is declared, such as <c>string?</c>.</param>
/// <param name="Type">It as the compilation knows it.</param>
internal sealed record InputSymbol(string Declared, ITypeSymbol Type);
