using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>An expression and what came of its compilation.</summary>
/// <param name="Source">The expression.</param>
/// <param name="Compiled">What came of it.</param>
/// <param name="Type">The type of its value where there is code.</param>
internal sealed record TypedExpression(Expression Source, CompiledExpression Compiled, CodeType Type)
{
    /// <summary>Whether nothing can be written: there are faults, or a path names nothing.</summary>
    public bool IsFaulty => Compiled.Type is null;

    /// <summary>The value in C#; <see langword="null"/> where it has to be evaluated when the plan runs.</summary>
    public string? Code => Compiled.Code;
}
