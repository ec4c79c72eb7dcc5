namespace PlanDsl;

/// <summary>What events say of the status of a step.</summary>
internal static class EventStatus
{
    /// <summary>The status with which a step has ended; <see langword="null"/> if it has not.</summary>
    public static StepStatus? AfterEnd(StepEvent happened) => happened switch
    {
        StepSucceededEvent { Partial: true } or StepFailedEvent { Partial: true } => StepStatus.Partial,
        StepSucceededEvent => StepStatus.Succeeded,
        StepFailedEvent => StepStatus.Failed,
        StepSkippedEvent => StepStatus.Skipped,
        StepCancelledEvent => StepStatus.Cancelled,
        _ => null,
    };
}
