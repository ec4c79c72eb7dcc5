namespace PlanDsl;

/// <summary>Where a run stands.</summary>
public enum RunStatus
{
    /// <summary>Made, not started.</summary>
    Pending,

    /// <summary>Started, not ended.</summary>
    Running,

    /// <summary>Ended, and no failure failed it.</summary>
    Succeeded,

    /// <summary>Ended by a failure.</summary>
    Failed,

    /// <summary>Ended by a request to cancel it.</summary>
    Cancelled,
}
