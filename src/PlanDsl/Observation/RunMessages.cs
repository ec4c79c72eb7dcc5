using Microsoft.Extensions.Logging;

namespace PlanDsl;

/// <summary>What the engine logs about runs; docs/observability.md lists it.</summary>
internal static partial class RunMessages
{
    [LoggerMessage(1, LogLevel.Information, "Run {RunId} of plan {PlanId} started")]
    public static partial void RunStarted(this ILogger logger, string runId, string planId);

    [LoggerMessage(2, LogLevel.Information, "Run {RunId} of plan {PlanId} succeeded in {Duration}")]
    public static partial void RunSucceeded(this ILogger logger, string runId, string planId, TimeSpan duration);

    [LoggerMessage(3, LogLevel.Error, "Run {RunId} of plan {PlanId} failed after {Duration} (step {StepPath}): {Error}")]
    public static partial void RunFailed(this ILogger logger, string runId, string planId, string? stepPath, string? error, TimeSpan duration);

    [LoggerMessage(4, LogLevel.Information, "Run {RunId} of plan {PlanId} was cancelled after {Duration}")]
    public static partial void RunCancelled(this ILogger logger, string runId, string planId, TimeSpan duration);

    [LoggerMessage(5, LogLevel.Information, "Run {RunId} of plan {PlanId} is asked to cancel")]
    public static partial void CancelRequested(this ILogger logger, string runId, string planId);

    [LoggerMessage(6, LogLevel.Information, "Run {RunId} has received the signal {Signal}, for which step {StepPath} waited")]
    public static partial void SignalReceived(this ILogger logger, string runId, string signal, string stepPath);

    [LoggerMessage(7, LogLevel.Information, "Run {RunId} has received the signal {Signal}, and keeps it until a step waits for it")]
    public static partial void SignalKept(this ILogger logger, string runId, string signal);
}
