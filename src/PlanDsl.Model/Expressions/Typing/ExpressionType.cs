namespace PlanDsl.Model;

/// <summary>A C# type as expressions see it.</summary>
/// <param name="Kind">What its values are as JSON.</param>
/// <param name="Name">Its full spelling, such as <c>global::Shop.Order</c>, without a question mark.</param>
/// <param name="Display">Its short spelling for messages.</param>
public sealed record ExpressionType(ValueKind Kind, string Name, string Display)
{
    /// <summary>Which numbers it holds.</summary>
    public NumberType Number { get; init; }

    /// <summary>Whether <see langword="null"/> is a value of it.</summary>
    public bool MayBeNull { get; init; }
}
