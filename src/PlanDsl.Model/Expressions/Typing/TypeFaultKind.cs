namespace PlanDsl.Model;

/// <summary>In what way an expression does not fit the types of what it is about.</summary>
public enum TypeFaultKind
{
    /// <summary>A type has no such member or element.</summary>
    UnknownMember,

    /// <summary>A value may be null where there must be one.</summary>
    MayBeNull,

    /// <summary>A value is of a type that makes no sense there.</summary>
    Mismatch,
}
