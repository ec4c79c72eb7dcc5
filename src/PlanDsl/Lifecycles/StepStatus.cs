namespace PlanDsl;

/// <summary>Where a step stands in a run; see <see cref="StepLifecycle"/>.</summary>
public enum StepStatus
{
    /// <summary>Not started yet.</summary>
    Pending,

    /// <summary>Its body is executing.</summary>
    Running,

    /// <summary>Started, and waiting without holding a slot.</summary>
    Waiting,

    /// <summary>Ended with its result.</summary>
    Succeeded,

    /// <summary>Ended with a failure.</summary>
    Failed,

    /// <summary>Ended with some of its children failed.</summary>
    Partial,

    /// <summary>Ended without having started, because of what happened to others.</summary>
    Skipped,

    /// <summary>Ended by cancellation, before or after it started.</summary>
    Cancelled,
}
