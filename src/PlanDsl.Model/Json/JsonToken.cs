namespace PlanDsl.Model;

/// <summary>A node of a <see cref="JsonTree"/>. An object is followed by the names and values of its properties in turn, an array by its elements.</summary>
internal struct JsonToken(JsonKind kind, int start)
{
    public readonly JsonKind Kind => kind;

    /// <summary>Whether there are escapes in the string.</summary>
    public bool HasEscapes { get; set; }

    /// <summary>Whether something of the node itself, its descendants apart, could not be read, so that parts of it may be missing.</summary>
    public bool IsDamaged { get; set; }

    /// <summary>Where it starts in the text, quotes and brackets included.</summary>
    public readonly int Start => start;

    /// <summary>How long it is in the text.</summary>
    public int Length { get; set; }

    /// <summary>The number of the first node behind its descendants.</summary>
    public int Next { get; set; }
}
