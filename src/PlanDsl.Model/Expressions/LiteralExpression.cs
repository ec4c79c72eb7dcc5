namespace PlanDsl.Model;

/// <summary>A number, a string, <see langword="true"/>, <see langword="false"/> or <see langword="null"/>, written out.</summary>
/// <param name="Kind">What it is; no array and no object.</param>
/// <param name="Text">The characters of a string, without quotes and escapes; for anything else the text as JSON has it:
/// <c>-1.50</c>, <c>true</c>, <c>null</c>.</param>
public sealed record LiteralExpression(ValueKind Kind, string Text) : Expression
{
    /// <inheritdoc/>
    public override EquatableArray<Expression> Parts => [];

    /// <inheritdoc/>
    public bool Equals(LiteralExpression? other) =>
        base.Equals(other) && Kind == other!.Kind && string.Equals(Text, other.Text, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked(((int)Kind * 31) + StringComparer.Ordinal.GetHashCode(Text));
}
