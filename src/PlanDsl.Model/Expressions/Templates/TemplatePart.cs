namespace PlanDsl.Model;

/// <summary>A part of a template. Equal to another that means the same, wherever it stands.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Text as it is inserted, a variable's name, or what stands between <c>{{</c> and <c>}}</c>.</param>
/// <param name="Expression">The expression; <see langword="null"/> for other parts, and where nothing of it could be understood.</param>
/// <param name="Start">Where the part begins in the template, its marks included, in UTF-16 units.</param>
/// <param name="Length">How many UTF-16 units it takes.</param>
public sealed record TemplatePart(TemplatePartKind Kind, string Text, Expression? Expression, int Start, int Length)
{
    /// <summary>Whether both mean the same.</summary>
    public bool Equals(TemplatePart? other) =>
        other is not null && Kind == other.Kind
        && (Expression is null ? other.Expression is null && string.Equals(Text, other.Text, StringComparison.Ordinal) : Expression.Equals(other.Expression));

    /// <inheritdoc/>
    public override int GetHashCode() => Expression?.GetHashCode() ?? StringComparer.Ordinal.GetHashCode(Text);
}
