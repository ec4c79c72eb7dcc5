namespace PlanDsl.Model;

/// <summary>What the value of an input is, in a plan file.</summary>
public enum InputType
{
    /// <summary>A text.</summary>
    String,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A number.</summary>
    Number,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>Values by their names.</summary>
    Object,

    /// <summary>Values in a row.</summary>
    Array,
}
