namespace PlanDsl.Model;

/// <summary>What a node of a <see cref="JsonTree"/> is.</summary>
internal enum JsonKind : byte
{
    /// <summary>Nothing: where a value should stand there is none, or nothing that could be read as one.</summary>
    Missing,

    Object,
    Array,
    String,
    Number,
    True,
    False,
    Null,
}
