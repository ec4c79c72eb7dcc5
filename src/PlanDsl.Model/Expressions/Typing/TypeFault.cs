namespace PlanDsl.Model;

/// <summary>A place in an expression that does not fit the types of what it is about.</summary>
/// <param name="Kind">What does not fit.</param>
/// <param name="Start">Where it begins in the text, in UTF-16 units.</param>
/// <param name="Length">How many UTF-16 units it takes.</param>
/// <param name="Message">What is wrong and what would be right, as a clause.</param>
public sealed record TypeFault(TypeFaultKind Kind, int Start, int Length, string Message)
{
    /// <summary>The path that does not lead on; <see langword="null"/> where a value does not fit.</summary>
    public PathExpression? Path { get; init; }

    /// <summary>The first of its segments that leads to nothing, counted from 0.</summary>
    public int Segment { get; init; }

    /// <summary>The names of what there is instead.</summary>
    public EquatableArray<string> Members { get; init; }

    /// <summary>The one of these that was probably meant; <see langword="null"/> if none is near.</summary>
    internal string? Nearest { get; init; }

    /// <summary>Whether what the path has led to is a list, of which an element can be taken, but no member.</summary>
    public bool IsList { get; init; }

    /// <summary>Whether what the path has led to is an object, of which a member can be taken, but no element.</summary>
    public bool IsObject { get; init; }

    /// <summary>How many elements the list has that the path has led to; <see langword="null"/> where it asks for something else than an element.</summary>
    public int? Count { get; init; }

    /// <summary>Whether what the path has led to is left out where it has no value, so that there is not even null.</summary>
    public bool IsLeftOut { get; init; }

    /// <summary>Whether what the path has led to is null whatever happens.</summary>
    public bool IsNull { get; init; }

    /// <summary>What may be null where a value is needed; <see langword="null"/> for other kinds.</summary>
    public Expression? Nullable { get; init; }
}
