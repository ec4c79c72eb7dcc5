using Polly;

namespace PlanDsl;

/// <content>What surrounds the attempts: the pipeline that the step names, and within it the retries.</content>
internal sealed partial class GovernedStep
{
    private static readonly ResiliencePropertyKey<GovernedStep> Key = new("PlanDsl.Step");
    private static readonly ResiliencePropertyKey<int> AttemptKey = new("PlanDsl.Attempt");

    // Whether a retry is to ask for a slot first, and whether none is to follow any more.
    private bool _isWaiting;
    private volatile bool _isStopped;

    // The failure of an attempt that was made before its retries were called; what they are told of their first.
    private Exception? _failedFirst;

    /// <summary>The step that a pipeline is at work for.</summary>
    public static GovernedStep Of(ResilienceContext context) => context.Properties.GetValue(Key, null!);

    /// <summary>The number of the attempt that a pipeline has made last; 0 if the last of the step.</summary>
    public static int AttemptOf(ResilienceContext context) => context.Properties.GetValue(AttemptKey, 0);

    /// <summary>Whether an attempt that has failed so may be followed by another.</summary>
    public bool IsRetried(Exception? exception)
    {
        if (exception is null || HasStreamed || _calls is { IsOver: true } || (exception is OperationCanceledException && _cancellation.Token.IsCancellationRequested))
            return false;
        var kind = ErrorOf(exception).Kind;
        if (kind is FailureKind.NotFound or FailureKind.Binding or FailureKind.Condition or FailureKind.Limit || policy!.NoRetryOnKinds?.Contains(kind) is true)
            return false;
        if (policy.RetryOnKinds is { } kinds)
            return kinds.Contains(kind);
        var seen = MaskedException.Seen(exception);
        if (policy.NoRetryOn.Any(type => type.IsInstanceOfType(seen)) || policy.NoRetryOnNames.Match(seen))
            return false;
        return (policy.RetryOn.Count == 0 && policy.RetryOnNames.IsEmpty)
            || policy.RetryOn.Any(type => type.IsInstanceOfType(seen)) || policy.RetryOnNames.Match(seen);
    }

    /// <summary>Gives the slot back until the delay is over; from then on the attempt waits for one. The step keeps it as long as its
    /// pipeline needs it for another attempt.</summary>
    public void Wait(int attempt, Exception exception, TimeSpan delay)
    {
        if (_calls?.TryBeginWait() is false)
        {
            if (!_calls.IsOver)
                run.TellRetry(this, attempt, ErrorOf(exception), delay);
            return;
        }

        try
        {
            _isWaiting = true;
            if (!run.TryWait(this, attempt, ErrorOf(exception), delay))
            {
                _isWaiting = false;
                _isStopped = true;
            }
        }
        finally
        {
            _calls?.EndWait(!_isStopped);
        }
    }

    private async ValueTask<Exception?> ExecuteAsync()
    {
        if (pipeline is null)
        {
            if (RetriesLeft <= 0)
                return await AttemptAsync(_cancellation.Token).ConfigureAwait(false);

            // Most steps need one attempt: what retries them is not called before that has failed. A sub-plan that is underway is taken up also to be stopped.
            if ((IsInterrupted || !_cancellation.Token.IsCancellationRequested) && (_failedFirst = await AttemptAsync(_cancellation.Token).ConfigureAwait(false)) is null)
                return null;
        }

        var context = ResilienceContextPool.Shared.Get(_cancellation.Token);
        var failure = pipeline is null
            ? (await RetryAsync(context).ConfigureAwait(false)).Exception
            : await CallThroughAsync(pipeline.Value, context).ConfigureAwait(false);
        ResilienceContextPool.Shared.Return(context);

        if (failure is null)
            return _hasReturned ? null : Swallowed(_lastFailure);

        // Where the step was stopped after a failed attempt, what comes out of the pipelines tells of that and not of the step.
        var isStopped = _isStopped || (!_isWaiting && failure is OperationCanceledException && _cancellation.Token.IsCancellationRequested);
        return isStopped ? _lastFailure ?? Explain(failure, timeout: null) : failure;
    }

    private async ValueTask<Exception?> CallThroughAsync(NamedPipeline named, ResilienceContext context)
    {
        // A stream that is read meanwhile, a sub-plan below the step and a signal that it waits for are there once.
        var calls = new PipelineCalls(mayOverlap: policy is { LiveTo: null, LiveFrom: null, IsSubPlan: false, Signal: null });
        _calls = calls;
        _firstAttempt = run.AttemptsOf(this);
        try
        {
            var failure = await named.FailureAsync(static (context, governed) => governed.CallOutcomeAsync(context.CancellationToken), context, this).ConfigureAwait(false);
            return failure is not null && run.Secrets is { } secrets && secrets.AreIn(failure, _cancellation.Token) ? secrets.Masked(failure) : failure;
        }
        finally
        {
            // It may have what it wants before all that it has called have returned.
            await calls.EndAsync().ConfigureAwait(false);
        }
    }

    private ValueTask<Outcome<object>> CallOutcomeAsync(CancellationToken cancellationToken)
    {
        var outcome = RetriesLeft > 0 ? RetryApartAsync(cancellationToken) : AttemptOutcomeAsync(retried: null, cancellationToken);
        return run.Secrets is null ? outcome : SeenAsync(outcome);
    }

    // The pipeline may decide by what has been thrown. What comes out of it is masked again.
    private static async ValueTask<Outcome<object>> SeenAsync(ValueTask<Outcome<object>> outcome)
    {
        var seen = await outcome.ConfigureAwait(false);
        return seen.Exception is MaskedException { Original: var original } ? Outcome.FromException<object>(original) : seen;
    }

    // In a context of its own: a pipeline may make several calls in one, or in one that knows nothing.
    private async ValueTask<Outcome<object>> RetryApartAsync(CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        var outcome = await RetryAsync(context).ConfigureAwait(false);
        ResilienceContextPool.Shared.Return(context);
        return outcome;
    }

    private ValueTask<Outcome<object>> RetryAsync(ResilienceContext context)
    {
        context.Properties.Set(Key, this);
        var before = RetriesBefore;
        return (before == 0 ? run.RetriesOf(step) : RetryPipelines.Rest(policy!, before, run.Time)).ExecuteOutcomeAsync(static (context, governed) => governed.AttemptOutcomeAsync(context, context.CancellationToken), context, this);
    }

    private async ValueTask<Outcome<object>> AttemptOutcomeAsync(ResilienceContext? retried, CancellationToken cancellationToken)
    {
        if (_failedFirst is { } first)
        {
            _failedFirst = null;
            return Outcome.FromException<object>(first);
        }

        var attempt = _calls is null ? AttemptAsync(cancellationToken) : CallAsync(_calls, retried, cancellationToken);
        return await attempt.ConfigureAwait(false) is { } failure ? Outcome.FromException<object>(failure) : Outcome.FromResult(NamedPipeline.Returned);
    }

    private InvalidOperationException Swallowed(Exception? failure) =>
        new($"Pipeline '{policy!.Pipeline}' says that step '{Path}' succeeded, but its body has not returned.", failure);
}
