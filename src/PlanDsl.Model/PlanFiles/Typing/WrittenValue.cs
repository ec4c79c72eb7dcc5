namespace PlanDsl.Model;

/// <summary>Values that are known where they are written.</summary>
internal static class WrittenValue
{
    /// <summary>A value as if it were written out where it is a literal between braces: <c>1</c> for <c>"{{ 1 }}"</c>; any other as it is.</summary>
    public static ValueTemplate Of(ValueTemplate value) => value is not TextValue { Template: { Faults.IsEmpty: true, Whole: LiteralExpression literal } } ? value
        : literal.Kind is ValueKind.String ? new TextValue(new([new(TemplatePartKind.Text, literal.Text, null, 0, literal.Text.Length)], []))
        : new LiteralValue(literal.Text);
}
