namespace PlanDsl.Model;

/// <summary>What a value in a plan file is: one of the kinds that JSON knows.</summary>
public enum ValueKind
{
    /// <summary>No value.</summary>
    Null,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A text.</summary>
    String,

    /// <summary>Values in a row.</summary>
    Array,

    /// <summary>Values with names.</summary>
    Object,
}
