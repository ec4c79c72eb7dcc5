using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Writes conditions.</summary>
internal sealed class ConditionCode(CodeContext context)
{
    /// <summary>A <see cref="bool"/>.</summary>
    public string? Write(Expression condition, TextPlace at)
    {
        var typed = context.CompileCondition(condition, at);
        return typed.IsFaulty ? null : typed.Code ?? new DynamicCode(context).Call(condition, "Decide", "\"\"");
    }
}
