namespace PlanDsl;

/// <summary>The names of events, as tools outside of .NET know them.</summary>
internal static class EventNames
{
    public const string RunCreated = "run_created";
    public const string RunStarted = "run_started";
    public const string RunResumed = "run_resumed";
    public const string RunCancelRequested = "run_cancel_requested";
    public const string RunCompleted = "run_completed";
    public const string SignalReceived = "signal_received";
    public const string StepStarted = "step_started";
    public const string StepProgress = "step_progress";
    public const string StepHeartbeat = "step_heartbeat";
    public const string StepWaiting = "step_waiting";
    public const string StepTimeout = "step_timeout";
    public const string StepRetry = "step_retry";
    public const string StepFallback = "step_fallback";
    public const string StepSucceeded = "step_succeeded";
    public const string StepFailed = "step_failed";
    public const string StepSkipped = "step_skipped";
    public const string StepCancelled = "step_cancelled";
    public const string CompensationStarted = "compensation_started";
    public const string CompensationSucceeded = "compensation_succeeded";
    public const string CompensationFailed = "compensation_failed";

    /// <summary>Such as <c>step_started</c>.</summary>
    public static string Of(PlanEvent happened) => happened switch
    {
        StepStartedEvent => StepStarted,
        StepSucceededEvent => StepSucceeded,
        StepFailedEvent => StepFailed,
        StepSkippedEvent => StepSkipped,
        StepCancelledEvent => StepCancelled,
        StepWaitingEvent => StepWaiting,
        StepRetryEvent => StepRetry,
        StepFallbackEvent => StepFallback,
        StepTimeoutEvent => StepTimeout,
        StepProgressEvent => StepProgress,
        StepHeartbeatEvent => StepHeartbeat,
        SignalReceivedEvent => SignalReceived,
        CompensationStartedEvent => CompensationStarted,
        CompensationSucceededEvent => CompensationSucceeded,
        CompensationFailedEvent => CompensationFailed,
        RunCreatedEvent => RunCreated,
        RunStartedEvent => RunStarted,
        RunResumedEvent => RunResumed,
        RunCancelRequestedEvent => RunCancelRequested,
        RunCompletedEvent => RunCompleted,
        _ => throw new ArgumentException($"No name is known for {happened.GetType()}.", nameof(happened)),
    };
}
