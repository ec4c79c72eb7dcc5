namespace PlanDsl;

/// <summary>What happens to a run as a whole.</summary>
internal enum RunMilestone
{
    /// <summary>It was made.</summary>
    Created,

    /// <summary>It has started.</summary>
    Started,

    /// <summary>It goes on after it was let go of, or left by a process that died.</summary>
    Resumed,

    /// <summary>It was asked to cancel.</summary>
    CancelRequested,

    /// <summary>It has ended.</summary>
    Completed,
}
