namespace PlanDsl.Model;

/// <summary>An expression as C#.</summary>
/// <param name="Type">The type of its value; <see langword="null"/> where it has faults, or where it is about something unknown.</param>
/// <param name="Code">The expression in C#, in parentheses where it needs them; <see langword="null"/> where there is no type.</param>
/// <param name="Faults">What does not fit, in the order in which it was met.</param>
public sealed record CompiledExpression(ExpressionType? Type, string? Code, EquatableArray<TypeFault> Faults);
