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
        // The slot is needed as long as a pipeline has another attempt under way in it.
        if (_calls?.TryBeginWait() is false)
            return;
        _isWaiting = true;
        if (!run.TryWait(this, ErrorOf(exception), delay))
        {
            _isWaiting = false;
            _isStopped = true;
        }

        _calls?.EndWait(!_isStopped);
    }

    private async ValueTask<Exception?> ExecuteAsync()
    {
        // Nothing that could look at an attempt from outside.
        if (_calls is null && policy?.Retries is not > 0)
            return await AttemptAsync(_cancellation.Token).ConfigureAwait(false);

        var context = ResilienceContextPool.Shared.Get(_cancellation.Token);
        context.Properties.Set(Key, this);
        var failure = _calls is null
            ? (await RetryAsync(context).ConfigureAwait(false)).Exception
            : await CallThroughPipelineAsync(_calls, context).ConfigureAwait(false);
        ResilienceContextPool.Shared.Return(context);

        if (failure is null)
            return _hasReturned ? null : Swallowed(_lastFailure);

        // Where the step was stopped after a failed attempt, what comes out of the pipelines tells of that and not of the step.
        var isStopped = _isStopped || (!_isWaiting && failure is OperationCanceledException && _cancellation.Token.IsCancellationRequested);
        return isStopped ? _lastFailure ?? Explain(failure, timeout: null) : failure;
    }

    private async ValueTask<Exception?> CallThroughPipelineAsync(PipelineCalls calls, ResilienceContext context)
    {
        _firstAttempt = run.AttemptsOf(this);
        try
        {
            return await pipeline!.Value.FailureAsync(static (context, governed) => governed.RetryAsync(context), context, this).ConfigureAwait(false);
        }
        finally
        {
            // It may have what it wants before all that it has called have returned.
            await calls.EndAsync().ConfigureAwait(false);
        }
    }

    private ValueTask<Outcome<object>> RetryAsync(ResilienceContext context) => policy!.Retries > 0
        ? run.RetriesOf(step).ExecuteOutcomeAsync(static (context, governed) => governed.AttemptOutcomeAsync(context), context, this)
        : AttemptOutcomeAsync(context);

    private async ValueTask<Outcome<object>> AttemptOutcomeAsync(ResilienceContext context)
    {
        var attempt = _calls is null ? AttemptAsync(context.CancellationToken) : CallAsync(_calls, context.CancellationToken);
        return await attempt.ConfigureAwait(false) is { } failure ? Outcome.FromException<object>(failure) : Outcome.FromResult(NamedPipeline.Returned);
    }

    private InvalidOperationException Swallowed(Exception? failure) =>
        new($"Pipeline '{policy!.Pipeline}' says that step '{Path}' succeeded, but its body has not returned.", failure);
}
