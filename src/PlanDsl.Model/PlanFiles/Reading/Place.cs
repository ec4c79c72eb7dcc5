namespace PlanDsl.Model;

/// <summary>What an object of a plan file belongs to, as messages name it; put into words only where there is something to say.</summary>
/// <param name="Noun">What it is: <c>step</c>, <c>plan</c>, <c>input</c>.</param>
/// <param name="Name">Its id or name; the empty string where it has none.</param>
/// <param name="Part">The object in it: <c>agent</c>, <c>fallback</c>; <see langword="null"/> for itself.</param>
internal readonly record struct Place(string Noun, string Name, string? Part = null)
{
    /// <summary>An object in it.</summary>
    public Place In(string part) => this with { Part = part };

    /// <summary>The same at the start of a sentence; the name of a property stays as it is written.</summary>
    public string AtStart => Part is null ? char.ToUpperInvariant(Noun[0]) + ToString().Substring(1) : ToString();

    /// <summary>A property, or a member of it that has a name: <c>env</c>, <c>env.PATH</c>.</summary>
    public static string Named(string property, string? member) => string.IsNullOrEmpty(member) ? property : $"{property}.{member}";

    /// <summary>A property in it, or a member of one, be that the part that it is itself.</summary>
    public string NameOf(string property, string? member) => $"{Named(property, member)} of {(Part == property ? this with { Part = null } : this)}";

    /// <inheritdoc/>
    public override string ToString() =>
        (Part is null ? "" : Part + " of ") + (Name.Length == 0 ? Noun : $"{Noun} '{Name}'");
}
