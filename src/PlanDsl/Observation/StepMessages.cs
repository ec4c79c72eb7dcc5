using Microsoft.Extensions.Logging;

namespace PlanDsl;

/// <summary>What the engine logs about steps; docs/observability.md lists it.</summary>
internal static partial class StepMessages
{
    [LoggerMessage(10, LogLevel.Debug, "Step {StepPath} of run {RunId} started attempt {Attempt}")]
    public static partial void StepStarted(this ILogger logger, string runId, string stepPath, int attempt);

    [LoggerMessage(11, LogLevel.Debug, "Step {StepPath} of run {RunId} succeeded in attempt {Attempt}")]
    public static partial void StepSucceeded(this ILogger logger, string runId, string stepPath, int attempt);

    [LoggerMessage(12, LogLevel.Warning, "Step {StepPath} of run {RunId} failed in attempt {Attempt}: {Error}")]
    public static partial void StepFailed(this ILogger logger, string runId, string stepPath, int attempt, string error, Exception? exception);

    [LoggerMessage(13, LogLevel.Debug, "Step {StepPath} of run {RunId} was skipped: {Cause}")]
    public static partial void StepSkipped(this ILogger logger, string runId, string stepPath, SkipCause cause);

    [LoggerMessage(14, LogLevel.Debug, "Step {StepPath} of run {RunId} was cancelled")]
    public static partial void StepCancelled(this ILogger logger, string runId, string stepPath);

    [LoggerMessage(15, LogLevel.Debug, "Step {StepPath} of run {RunId} waits")]
    public static partial void StepWaiting(this ILogger logger, string runId, string stepPath);

    [LoggerMessage(16, LogLevel.Warning, "Attempt {Attempt} of step {StepPath} of run {RunId} has reached its timeout of {Timeout}")]
    public static partial void AttemptTimedOut(this ILogger logger, string runId, string stepPath, int attempt, TimeSpan timeout);

    [LoggerMessage(17, LogLevel.Warning, "Step {StepPath} of run {RunId} has reached its total timeout of {Timeout}")]
    public static partial void StepTimedOut(this ILogger logger, string runId, string stepPath, TimeSpan timeout);

    [LoggerMessage(18, LogLevel.Warning, "Attempt {Attempt} of step {StepPath} of run {RunId} failed, another follows in {Delay}: {Error}")]
    public static partial void AttemptFailed(this ILogger logger, string runId, string stepPath, int attempt, TimeSpan delay, string error, Exception? exception);

    [LoggerMessage(19, LogLevel.Trace, "Attempt {Attempt} of step {StepPath} of run {RunId} has come to {Fraction}: {Message}")]
    public static partial void StepProgressed(this ILogger logger, string runId, string stepPath, int attempt, double fraction, string? message);

    [LoggerMessage(20, LogLevel.Trace, "Attempt {Attempt} of step {StepPath} of run {RunId} is alive")]
    public static partial void StepAlive(this ILogger logger, string runId, string stepPath, int attempt);

    [LoggerMessage(21, LogLevel.Warning, "Step {StepPath} of run {RunId} failed in attempt {Attempt}, and its fallback stepped in: {Error}")]
    public static partial void StepFellBack(this ILogger logger, string runId, string stepPath, int attempt, string error, Exception? exception);

    [LoggerMessage(22, LogLevel.Warning, "A body of step {StepPath} of run {RunId} does not heed its cancellation; the run goes on without it (attempts made: {Attempt})")]
    public static partial void StepAbandoned(this ILogger logger, string runId, string stepPath, int attempt);

    [LoggerMessage(23, LogLevel.Information, "What step {StepPath} of run {RunId} did is being undone")]
    public static partial void CompensationStarted(this ILogger logger, string runId, string stepPath);

    [LoggerMessage(24, LogLevel.Information, "What step {StepPath} of run {RunId} did is undone")]
    public static partial void CompensationSucceeded(this ILogger logger, string runId, string stepPath);

    [LoggerMessage(25, LogLevel.Error, "What step {StepPath} of run {RunId} did could not be undone: {Error}")]
    public static partial void CompensationFailed(this ILogger logger, string runId, string stepPath, string error, Exception? exception);

    [LoggerMessage(26, LogLevel.Warning, "Step {StepPath} of run {RunId} failed in attempt {Attempt}, which its policy bears with: {Error}")]
    public static partial void FailureTolerated(this ILogger logger, string runId, string stepPath, int attempt, string error, Exception? exception);
}
