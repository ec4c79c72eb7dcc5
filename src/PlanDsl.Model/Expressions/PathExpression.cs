namespace PlanDsl.Model;

/// <summary>A path to a value: <c>orders.lines[0]["unit price"]</c>.</summary>
/// <param name="Root">Its first name: a result_key, <c>inputs</c>, <c>bindings</c>, <c>env</c>, <c>steps</c>, or a root of a loop.</param>
/// <param name="Segments">The members and elements that lead on from there; none if the root itself is meant.</param>
public sealed record PathExpression(string Root, EquatableArray<PathSegment> Segments) : Expression
{
    /// <summary>Whether it stands on the left of a <c>??</c>, so that there need not be a value at its end.</summary>
    public bool HasDefault { get; init; }

    /// <inheritdoc/>
    public override EquatableArray<Expression> Parts => [];

    /// <summary>The path as far as its first <paramref name="count"/> segments, as text: <c>orders.lines</c>.</summary>
    /// <param name="count">How many segments, from 0 to all.</param>
    public string TextOfFirst(int count) => ExpressionWriter.Write(this, count);

    /// <inheritdoc/>
    public bool Equals(PathExpression? other) =>
        base.Equals(other) && string.Equals(Root, other!.Root, StringComparison.Ordinal) && Segments == other.Segments;

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((StringComparer.Ordinal.GetHashCode(Root) * 31) + Segments.GetHashCode());
}
