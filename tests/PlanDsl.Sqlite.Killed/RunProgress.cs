namespace PlanDsl.Tests;

/// <summary>How far a run has come.</summary>
internal static class RunProgress
{
    /// <summary>Whether an event tells of a step on the way that a run goes once, however often its process is killed.</summary>
    public static bool IsIn(PlanEvent happened) =>
        happened is StepSucceededEvent or StepFailedEvent or StepSkippedEvent or StepRetryEvent or StepFallbackEvent or CompensationSucceededEvent or CompensationFailedEvent or RunCompletedEvent;

    public static int Of(IEnumerable<PlanEvent> events) => events.Count(IsIn);
}
