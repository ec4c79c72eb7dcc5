using PlanDsl.Model;

namespace PlanDsl.Cli;

/// <summary>The names of events, as tools outside of .NET know them.</summary>
internal static class EventNames
{
    /// <summary>Such as <c>step_started</c>.</summary>
    public static string Of(PlanEvent happened) => happened switch
    {
        RunCreatedEvent => "run_created",
        RunStartedEvent => "run_started",
        RunCancelRequestedEvent => "run_cancel_requested",
        RunCompletedEvent => "run_completed",
        SignalReceivedEvent => "signal_received",
        StepStartedEvent => "step_started",
        StepProgressEvent => "step_progress",
        StepHeartbeatEvent => "step_heartbeat",
        StepWaitingEvent => "step_waiting",
        StepTimeoutEvent => "step_timeout",
        StepRetryEvent => "step_retry",
        StepSucceededEvent => "step_succeeded",
        StepFailedEvent => "step_failed",
        StepSkippedEvent => "step_skipped",
        StepCancelledEvent => "step_cancelled",
        CompensationStartedEvent => "compensation_started",
        CompensationSucceededEvent => "compensation_succeeded",
        CompensationFailedEvent => "compensation_failed",
        _ => SnakeCase.From(happened.GetType().Name.Replace("Event", "", StringComparison.Ordinal)),
    };
}
