namespace PlanDsl;

/// <summary>How the ends of a parallel group's members make the end of the group.</summary>
public enum ParallelStrategy
{
    /// <summary>All members are waited for, and all must succeed. The default.</summary>
    All = 0,

    /// <summary>All must succeed; the first failure ends the group and cancels the others.</summary>
    FailFast = 1,

    /// <summary>The first success ends the group and cancels the others; failures do not end it while others are left.</summary>
    Any = 2,

    /// <summary>A number of successes ends the group and cancels the others; so does the failure after which they can no
    /// longer be reached.</summary>
    Threshold = 3,

    /// <summary>All members are waited for, and one success is enough.</summary>
    BestEffort = 4,
}
