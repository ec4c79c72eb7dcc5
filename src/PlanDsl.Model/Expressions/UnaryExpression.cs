namespace PlanDsl.Model;

/// <summary>A negation, <c>!a</c>: the one operator with one operand.</summary>
/// <param name="Operand">What is negated.</param>
public sealed record UnaryExpression(Expression Operand) : Expression
{
    /// <inheritdoc/>
    public override EquatableArray<Expression> Parts => [Operand];

    /// <inheritdoc/>
    public bool Equals(UnaryExpression? other) => base.Equals(other) && Operand.Equals(other!.Operand);

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked(~Operand.GetHashCode());
}
