namespace PlanDsl;

/// <summary>Why a step was skipped.</summary>
public enum SkipCause
{
    /// <summary>Its own condition was false.</summary>
    Condition,

    /// <summary>A step that it depends on failed under <see cref="FailurePolicy.SkipDependents"/>, or was skipped for
    /// such a failure itself.</summary>
    Dependency,

    /// <summary>It is on a branch that was not taken.</summary>
    Branch,
}
