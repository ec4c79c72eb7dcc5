namespace PlanDsl.Model;

/// <summary>An expression as C#.</summary>
/// <param name="Type">The type of its value; <see langword="null"/> where it has faults, or where it is about something unknown.</param>
/// <param name="Code">The expression in C#, in parentheses where it needs them; <see langword="null"/> where there is no type, and where it
/// has to be evaluated when the plan runs.</param>
/// <param name="Faults">What does not fit, in the order in which it was met.</param>
public sealed record CompiledExpression(ExpressionType? Type, string? Code, EquatableArray<TypeFault> Faults)
{
    /// <summary>Whether it is sound as far as types are known, and has to be evaluated when the plan runs: it is about values of which
    /// nothing is known before, or does with arrays and objects what C# does not.</summary>
    public bool IsDynamic => Type is not null && Code is null;
}
