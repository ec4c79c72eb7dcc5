namespace PlanDsl.Model;

/// <summary>A part of an expression in C#.</summary>
/// <param name="Type">The type of its value.</param>
/// <param name="Code">The part in C#, in parentheses where it needs them.</param>
/// <param name="Source">The part.</param>
internal sealed record TypedValue(ExpressionType Type, string Code, Expression Source)
{
    public LiteralExpression? Literal => Source as LiteralExpression;

    /// <summary>Whether the code takes an element that there may not be, here or in a part.</summary>
    public bool MayFail => Literal is null && Code.IndexOf('[') >= 0;

    public bool IsNull => Type.Kind is ValueKind.Null && !Type.IsDynamic;
}
