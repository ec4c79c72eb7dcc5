namespace PlanDsl.Model;

/// <summary>A C# type as expressions see it.</summary>
/// <param name="Kind">What its values are as JSON.</param>
/// <param name="Name">Its full spelling, such as <c>global::Shop.Order</c>, without a question mark.</param>
/// <param name="Display">Its short spelling for messages.</param>
public sealed record ExpressionType(ValueKind Kind, string Name, string Display)
{
    /// <summary>A JSON value, of which nothing more is known before the plan runs.</summary>
    public static ExpressionType Dynamic { get; } = new(ValueKind.Null, "global::System.Text.Json.JsonElement", "JSON value") { IsDynamic = true };

    /// <summary>Which numbers it holds.</summary>
    public NumberType Number { get; init; }

    /// <summary>Whether <see langword="null"/> is a value of it.</summary>
    public bool MayBeNull { get; init; }

    /// <summary>Whether findings of others say where its <see langword="null"/> is no good. Nothing is said of that here; what might
    /// come to that is decided when the plan runs.</summary>
    public bool IsNullJudged { get; init; }

    /// <summary>Whether JSON leaves out a member of this type where it has no value, so that its path may lead nowhere.</summary>
    public bool MayBeMissing { get; init; }

    /// <summary>Whether nothing is known of its values before the plan runs, unless that they are objects or null, as <see cref="Kind"/> then says.</summary>
    public bool IsDynamic { get; init; }

    /// <summary>Whether it is JSON of a known <see cref="Kind"/>, an object or an array, of whose parts no type says anything.</summary>
    public bool IsJson { get; init; }

    /// <summary>The names of the members of such an object, or of one of which nothing else is known; <see langword="null"/> where it may have any.</summary>
    public EquatableArray<string>? Members { get; init; }

    /// <summary>How many elements an array has; <see langword="null"/> where that is not known before the plan runs.</summary>
    public int? Count { get; init; }

    /// <summary>The call that makes a string of a value, <c>{0}</c>, where <see cref="Kind"/> is one and the type another, such as a date;
    /// <see langword="null"/> where nothing needs to be made of it.</summary>
    public string? AsText { get; init; }

    /// <summary>The same as an object with members of these names.</summary>
    internal ExpressionType WithMembers(EquatableArray<string> names) => this with { Kind = ValueKind.Object, Members = names };
}
