namespace PlanDsl.Model;

/// <summary>An array, written out: <c>["low", inputs.level]</c>.</summary>
/// <param name="Elements">Its elements, in their order.</param>
public sealed record ArrayExpression(EquatableArray<Expression> Elements) : Expression
{
    /// <inheritdoc/>
    public override EquatableArray<Expression> Parts => Elements;

    /// <inheritdoc/>
    public bool Equals(ArrayExpression? other) => base.Equals(other) && Elements == other!.Elements;

    /// <inheritdoc/>
    public override int GetHashCode() => Elements.GetHashCode();
}
