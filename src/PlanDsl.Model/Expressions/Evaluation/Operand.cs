namespace PlanDsl.Model;

/// <summary>A value in the course of an evaluation: one from outside, or one that the expression makes, which is given to nobody
/// unless it is the result.</summary>
internal readonly struct Operand<T>
{
    private static readonly LiteralExpression True = new(ValueKind.Boolean, "true");
    private static readonly LiteralExpression False = new(ValueKind.Boolean, "false");
    private static readonly LiteralExpression Null = new(ValueKind.Null, "null");

    public Operand(ValueKind kind, T value) => (Kind, Value) = (kind, value);

    public Operand(LiteralExpression literal)
    {
        (Kind, Literal) = (literal.Kind, literal);
        Value = default!;
    }

    public Operand(Operand<T>[] elements)
    {
        (Kind, Elements) = (ValueKind.Array, elements);
        Value = default!;
    }

    /// <summary>What it is.</summary>
    public ValueKind Kind { get; }

    /// <summary>The value from outside, if neither of the others is set.</summary>
    public T Value { get; }

    /// <summary>The literal that it is.</summary>
    public LiteralExpression? Literal { get; }

    /// <summary>The elements of the array that it is.</summary>
    public Operand<T>[]? Elements { get; }

    public static Operand<T> Nothing => new(Null);

    public static Operand<T> Of(bool value) => new(value ? True : False);
}
