namespace PlanDsl.Compiler;

/// <summary>What becomes of the results of a group's members.</summary>
public enum GroupMerge
{
    /// <summary>They are of one type: an array of it, or, where one is enough, the first that there is.</summary>
    Typed,

    /// <summary>They are made JSON, in an array in the order of the members, with <c>null</c> for one that left nothing.</summary>
    Array,

    /// <summary>They are made JSON, in an object by their result_keys, with <c>null</c> for one that left nothing.</summary>
    Object,

    /// <summary>The first that there is, made JSON.</summary>
    First,
}
