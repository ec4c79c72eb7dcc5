using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Tells where a number would be written otherwise than its author has, once C# holds it: <c>1e3</c> as 1000. As JSON and as text it
/// stays as it is.</summary>
internal static class NumberLiterals
{
    /// <summary>Whether the value of an expression may be such a number.</summary>
    public static bool AreRespelled(TypedExpression typed) =>
        typed.Type.Expression.Kind is ValueKind.Number
        && (typed.Source is CoalesceExpression coalesce ? coalesce.Operands : [typed.Source])
            .Any(operand => operand is LiteralExpression { Kind: ValueKind.Number } literal && NumberCode.Spelled(literal.Text, typed.Type.Expression.Number) != literal.Text);
}
