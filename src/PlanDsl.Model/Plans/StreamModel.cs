namespace PlanDsl.Model;

/// <summary>A stream that a step's body returns. Its elements, or the last of them, are the step's result.</summary>
/// <param name="Type">The type of the stream.</param>
/// <param name="Element">The type of its elements.</param>
public sealed record StreamModel(TypeRef Type, TypeRef Element)
{
    /// <summary>Whether another step reads the stream live: while it is produced, element by element.</summary>
    public bool IsReadLive { get; init; }
}
