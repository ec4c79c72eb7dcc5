namespace PlanDsl.Model;

/// <summary>A comparison of two values: <c>orders.total &gt;= 100</c>.</summary>
/// <param name="Operator">How they are compared.</param>
/// <param name="Left">The value on the left.</param>
/// <param name="Right">The value on the right.</param>
public sealed record BinaryExpression(BinaryOperator Operator, Expression Left, Expression Right) : Expression
{
    /// <summary>Where the operator begins in the text; 0 if it was not parsed.</summary>
    public int OperatorStart { get; init; }

    /// <inheritdoc/>
    public override EquatableArray<Expression> Parts => [Left, Right];

    /// <inheritdoc/>
    public bool Equals(BinaryExpression? other) =>
        base.Equals(other) && Operator == other!.Operator && Left.Equals(other.Left) && Right.Equals(other.Right);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        unchecked(((((int)Operator * 31) + Left.GetHashCode()) * 31) + Right.GetHashCode());
}
