namespace PlanDsl;

/// <summary>What kind of failure a step, or a run, has met.</summary>
public enum FailureKind
{
    /// <summary>The body threw an exception.</summary>
    Exception,

    /// <summary>A process ended with a nonzero exit code.</summary>
    ExitCode,

    /// <summary>A time limit was reached.</summary>
    Timeout,

    /// <summary>What was to be run does not exist.</summary>
    NotFound,

    /// <summary>A loop ran out of iterations.</summary>
    Exhausted,

    /// <summary>A condition could not be evaluated.</summary>
    Condition,

    /// <summary>A value could not be bound.</summary>
    Binding,

    /// <summary>An outcome was not among those accepted.</summary>
    Transition,

    /// <summary>A limit of the plan was reached.</summary>
    Limit,

    /// <summary>The step was cancelled by name.</summary>
    Cancelled,
}
