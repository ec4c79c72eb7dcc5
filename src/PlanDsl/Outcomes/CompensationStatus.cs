namespace PlanDsl;

/// <summary>Where the compensation of a step stands.</summary>
public enum CompensationStatus
{
    /// <summary>It has started.</summary>
    Running,

    /// <summary>The step is undone.</summary>
    Succeeded,

    /// <summary>The step could not be undone.</summary>
    Failed,
}
