namespace PlanDsl.Model;

/// <summary>A step of a path: to a member, <c>.name</c> or <c>["any key"]</c>, or to an element, <c>[0]</c>. Equal to another that leads
/// to the same, wherever it stands.</summary>
public readonly record struct PathSegment
{
    private PathSegment(string? name, int index) => (Name, Index) = (name, index);

    /// <summary>The name of the member; <see langword="null"/> for an element.</summary>
    public string? Name { get; }

    /// <summary>The index of the element, counted from 0; 0 for a member.</summary>
    public int Index { get; }

    /// <summary>Where the name, key or index begins in the text, quotes included; 0 if it was not parsed.</summary>
    public int Start { get; init; }

    /// <summary>How many UTF-16 units it takes, quotes included; 0 if it was not parsed.</summary>
    public int Length { get; init; }

    /// <summary>To the member <paramref name="name"/>.</summary>
    public static PathSegment Member(string name) => new(name, 0);

    /// <summary>To the element at <paramref name="index"/>, counted from 0.</summary>
    public static PathSegment Element(int index) => new(null, index);

    /// <summary>Whether both lead to the same member or element.</summary>
    public bool Equals(PathSegment other) => Index == other.Index && string.Equals(Name, other.Name, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => Name is null ? Index : StringComparer.Ordinal.GetHashCode(Name);
}
