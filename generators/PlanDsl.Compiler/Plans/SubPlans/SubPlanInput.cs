using Microsoft.CodeAnalysis;

namespace PlanDsl.Compiler;

/// <summary>An input of a plan, as a step sees it that runs that plan.</summary>
/// <param name="Name">Its name, snake_case.</param>
/// <param name="Type">Its type.</param>
/// <param name="DefaultValue">The C# text of its default value; <see langword="null"/> where a value must be given.</param>
internal sealed record SubPlanInput(string Name, ITypeSymbol Type, string? DefaultValue);
