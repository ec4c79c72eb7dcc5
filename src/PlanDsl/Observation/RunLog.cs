using Microsoft.Extensions.Logging;

namespace PlanDsl;

/// <summary>The log of one run, written off its events. Called by one thread at a time.</summary>
internal sealed class RunLog(RunIdentity run, ILogger logger)
{
    private DateTimeOffset _createdAt;

    /// <summary>The log of a run; <see langword="null"/> if nobody wants to read it.</summary>
    public static RunLog? TryCreate(RunIdentity run, ILoggerFactory? factory) => factory is null ? null : new(run, factory.CreateLogger(PlanTelemetry.LoggerCategory));

    /// <summary>Names the body in whatever is logged while it executes.</summary>
    public IDisposable? BeginScope(in BodyName body) => logger.BeginScope(new BodyScope(run, body));

    public void OnNext(PlanEvent happened)
    {
        switch (happened)
        {
            case RunCreatedEvent:
                _createdAt = happened.Time;
                break;
            case RunStartedEvent:
                logger.RunStarted(run.RunId, run.PlanId);
                break;
            case RunCancelRequestedEvent:
                logger.CancelRequested(run.RunId, run.PlanId);
                break;
            case SignalReceivedEvent { StepPath: { } path } signal:
                logger.SignalReceived(run.RunId, signal.Name, path);
                break;
            case SignalReceivedEvent signal:
                logger.SignalKept(run.RunId, signal.Name);
                break;
            case RunCompletedEvent completed:
                OnCompleted(completed, completed.Time - _createdAt);
                break;
            case StepEvent step:
                OnNext(step);
                break;
        }
    }

    private void OnCompleted(RunCompletedEvent completed, TimeSpan duration)
    {
        if (completed.Status is RunStatus.Succeeded)
            logger.RunSucceeded(run.RunId, run.PlanId, duration);
        else if (completed.Status is RunStatus.Cancelled)
            logger.RunCancelled(run.RunId, run.PlanId, duration);
        else
            logger.RunFailed(run.RunId, run.PlanId, completed.Error?.StepId, completed.Error?.Message, duration);
    }

    private void OnNext(StepEvent happened)
    {
        switch (happened)
        {
            case StepStartedEvent step:
                logger.StepStarted(step.RunId, step.StepPath, step.Attempt);
                break;
            case StepWaitingEvent step:
                logger.StepWaiting(step.RunId, step.StepPath);
                break;
            case StepTimeoutEvent { IsTotal: false } step:
                logger.AttemptTimedOut(step.RunId, step.StepPath, step.Attempt, step.Timeout);
                break;
            case StepTimeoutEvent step:
                logger.StepTimedOut(step.RunId, step.StepPath, step.Timeout);
                break;
            case StepRetryEvent step:
                logger.AttemptFailed(step.RunId, step.StepPath, step.Attempt, step.Delay, step.Error.Message, step.Error.Exception);
                break;
            case StepFailedEvent { Abandoned: true } or StepCancelledEvent { Abandoned: true }:
                logger.StepAbandoned(happened.RunId, happened.StepPath, happened.Attempt);
                break;
            case StepSucceededEvent { Abandoned: true } step:
                logger.StepAbandoned(step.RunId, step.StepPath, step.Attempt);
                logger.StepSucceeded(step.RunId, step.StepPath, step.Attempt);
                break;
            case StepSucceededEvent { ReplacedError: { } error } step:
                logger.StepFellBack(step.RunId, step.StepPath, step.Attempt, error.Message, error.Exception);
                break;
            case StepSucceededEvent step:
                logger.StepSucceeded(step.RunId, step.StepPath, step.Attempt);
                break;
            case StepFailedEvent { Tolerated: true } step:
                logger.FailureTolerated(step.RunId, step.StepPath, step.Attempt, step.Error.Message, step.Error.Exception);
                break;
            case StepFailedEvent step:
                logger.StepFailed(step.RunId, step.StepPath, step.Attempt, step.Error.Message, step.Error.Exception);
                break;
            case StepSkippedEvent step:
                logger.StepSkipped(step.RunId, step.StepPath, step.Cause);
                break;
            case StepCancelledEvent step:
                logger.StepCancelled(step.RunId, step.StepPath);
                break;
            case StepProgressEvent step:
                logger.StepProgressed(step.RunId, step.StepPath, step.Attempt, step.Fraction, step.Message);
                break;
            case StepHeartbeatEvent step:
                logger.StepAlive(step.RunId, step.StepPath, step.Attempt);
                break;
            case CompensationStartedEvent step:
                logger.CompensationStarted(step.RunId, step.StepPath);
                break;
            case CompensationSucceededEvent step:
                logger.CompensationSucceeded(step.RunId, step.StepPath);
                break;
            case CompensationFailedEvent step:
                logger.CompensationFailed(step.RunId, step.StepPath, step.Error.Message, step.Error.Exception);
                break;
        }
    }
}
