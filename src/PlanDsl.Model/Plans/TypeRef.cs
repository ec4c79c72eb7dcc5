namespace PlanDsl.Model;

/// <summary>A type as a value: its spelling, and what the rules need to know of it.</summary>
/// <param name="Name">The full spelling, such as <c>global::Shop.Order[]</c>, without the annotation of the whole type
/// as nullable but with those of its parts; for <c>int?</c> it is <c>int?</c>, which is a type of its own.</param>
/// <param name="Display">The short spelling for messages, such as <c>Order[]</c>.</param>
public sealed record TypeRef(string Name, string Display)
{
    /// <summary>Any JSON value: what steps of a plan file return and read, where C# does not say more.</summary>
    public static TypeRef Json { get; } = new("json", "JSON value");

    /// <summary>The same, or <c>null</c>.</summary>
    public static TypeRef NullableJson { get; } = Json with { Nullability = Nullability.Nullable };

    /// <summary>The same in a file of another tool, which says nothing of <c>null</c>.</summary>
    internal static TypeRef ObliviousJson { get; } = Json with { Nullability = Nullability.Oblivious };

    /// <summary>Whether <see langword="null"/> is a value of the type.</summary>
    public Nullability Nullability { get; init; } = Nullability.NotNull;

    /// <summary>Whether it is a value type.</summary>
    public bool IsValueType { get; init; }

    /// <summary>The short spelling with its nullable annotation, such as <c>Order[]?</c>.</summary>
    public string AnnotatedDisplay => Nullability is Nullability.Nullable && !IsValueType ? Display + "?" : Display;
}
