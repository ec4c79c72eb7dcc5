using Polly;

namespace PlanDsl;

/// <content>What surrounds the attempts: the pipeline that the step names, and within it the retries.</content>
internal sealed partial class GovernedStep
{
    private static readonly ResiliencePropertyKey<GovernedStep> Key = new("PlanDsl.Step");

    // Whether a retry is to ask for a slot first, and whether none is to follow any more.
    private bool _isWaiting;
    private volatile bool _isStopped;

    /// <summary>The step that a pipeline is at work for.</summary>
    public static GovernedStep Of(ResilienceContext context) => context.Properties.GetValue(Key, null!);

    /// <summary>Whether an attempt that has failed so may be followed by another.</summary>
    public bool IsRetried(Exception? exception)
    {
        if (exception is null || HasStreamed || (exception is OperationCanceledException && _cancellation.Token.IsCancellationRequested))
            return false;
        if (ErrorOf(exception).Kind is FailureKind.NotFound or FailureKind.Binding or FailureKind.Condition or FailureKind.Limit)
            return false;
        if (policy!.NoRetryOn.Any(type => type.IsInstanceOfType(exception)) || policy.NoRetryOnNames.Match(exception))
            return false;
        return (policy.RetryOn.Count == 0 && policy.RetryOnNames.IsEmpty)
            || policy.RetryOn.Any(type => type.IsInstanceOfType(exception)) || policy.RetryOnNames.Match(exception);
    }

    /// <summary>Gives the slot back until the delay is over; from then on the attempt waits for one.</summary>
    public void Wait(Exception exception, TimeSpan delay)
    {
        _isWaiting = true;
        if (run.TryWait(this, ErrorOf(exception), delay))
            return;
        _isWaiting = false;
        _isStopped = true;
    }

    private async ValueTask<Exception?> ExecuteAsync()
    {
        // Nothing that could look at an attempt from outside.
        if (pipeline is null && policy?.Retries is not > 0)
            return await AttemptAsync(_cancellation.Token).ConfigureAwait(false);

        var context = ResilienceContextPool.Shared.Get(_cancellation.Token);
        context.Properties.Set(Key, this);
        var outcome = pipeline is null
            ? await RetryAsync(context).ConfigureAwait(false)
            : await pipeline.ExecuteOutcomeAsync(static (context, governed) => governed.RetryAsync(context), context, this).ConfigureAwait(false);
        ResilienceContextPool.Shared.Return(context);

        // Where the step was stopped after a failed attempt, what comes out of the pipelines tells of that and not of the step.
        if (_isStopped || (!_isWaiting && outcome.Exception is OperationCanceledException && _cancellation.Token.IsCancellationRequested))
            return _lastFailure ?? Explain(outcome.Exception!, timeout: null);
        return outcome.Exception ?? (_hasReturned ? null : Swallowed(_lastFailure));
    }

    private ValueTask<Outcome<bool>> RetryAsync(ResilienceContext context) => policy!.Retries > 0
        ? run.RetriesOf(step).ExecuteOutcomeAsync(static (context, governed) => governed.AttemptOutcomeAsync(context), context, this)
        : AttemptOutcomeAsync(context);

    private async ValueTask<Outcome<bool>> AttemptOutcomeAsync(ResilienceContext context) =>
        await AttemptAsync(context.CancellationToken).ConfigureAwait(false) is { } failure ? Outcome.FromException<bool>(failure) : Outcome.FromResult(true);

    private InvalidOperationException Swallowed(Exception? failure) =>
        new($"Pipeline '{policy!.Pipeline}' says that step '{Path}' succeeded, but its body has not returned.", failure);
}
