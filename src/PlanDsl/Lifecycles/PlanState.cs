namespace PlanDsl;

/// <summary>Where the coordinator of a run stands; see <see cref="PlanLifecycle"/>.</summary>
public enum PlanState
{
    /// <summary>Made, not started.</summary>
    Pending,

    /// <summary>The plan is being made ready.</summary>
    Planning,

    /// <summary>Ready steps are being handed out.</summary>
    Dispatching,

    /// <summary>Everything ready was handed out; a completion is awaited.</summary>
    AwaitingResults,

    /// <summary>A completion is being applied.</summary>
    Merging,

    /// <summary>The run has ended and succeeded.</summary>
    Completed,

    /// <summary>The run has ended and failed or was cancelled.</summary>
    Failed,
}
