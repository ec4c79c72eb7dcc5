namespace PlanDsl;

/// <content>Attempts that the pipeline named by the step calls for, one after the other or several at once.</content>
internal sealed partial class GovernedStep
{
    // A stream that is read meanwhile, a sub-plan below the step and a signal that it waits for are there once.
    private readonly PipelineCalls? _calls = pipeline is null ? null
        : new(mayOverlap: policy is { LiveTo: null, LiveFrom: null, IsSubPlan: false, Signal: null });

    /// <summary>Whether what an attempt has returned, or a fallback, is the step's result.</summary>
    public bool KeepsResultOf(StepContext attempt) => _calls is null || IsAtFallback || _calls.TryKeep(attempt);

    /// <summary>Whether an attempt goes on beside others, which may have begun later.</summary>
    public bool IsExecuting(int attempt) => _calls?.IsExecuting(attempt) is true;

    /// <summary>Goes on without an attempt that does not heed its cancellation; <see langword="false"/> if the step cannot.</summary>
    public bool TryLeaveBehind(AttemptGrace attempt) => _calls?.TryLeaveBehind(attempt.Context, attempt.Body is not null) is true;

    /// <summary>What an attempt has failed with that is gone on without.</summary>
    public Exception FailureOf(StepError abandoned) => abandoned.Kind is FailureKind.Timeout
        ? _timeouts.Add(abandoned.Exception!)
        : new OperationCanceledException(abandoned.Message, Token);

    /// <summary>Makes an attempt; what it failed with, or <see langword="null"/>.</summary>
    private async ValueTask<Exception?> CallAsync(PipelineCalls calls, CancellationToken cancellationToken)
    {
        var number = await EnterCallAsync(calls, cancellationToken).ConfigureAwait(false);
        if (number == 0)
            return calls.IsWaiting ? Explain(new OperationCanceledException(cancellationToken), timeout: null) : WhyNotAgain(cancellationToken);

        var timeout = LimitAttempt(number, cancellationToken, out var deadline);
        var context = new StepContext(this, number, deadline, timeout?.Token ?? cancellationToken, timeout);
        calls.Begin(context);
        Exception? failure = null;
        try
        {
            await RunAsync(step, context).ConfigureAwait(false);
            Return(context);
        }
        catch (Exception exception)
        {
            failure = Explain(exception, timeout);
            if (!_hasReturned)
                _lastFailure = failure;
        }

        timeout?.Release();
        calls.End(context, failure is not null);
        return failure;
    }

    /// <summary>The number of the attempt that is to begin; 0 for none.</summary>
    private async ValueTask<int> EnterCallAsync(PipelineCalls calls, CancellationToken cancellationToken)
    {
        while (true)
        {
            switch (calls.Enter(out var change))
            {
                case CallEntry.First:
                    return _firstAttempt;
                case CallEntry.Another:
                    var number = _isStopped || HasStreamed ? 0 : run.AttemptAgain(this);
                    if (number == 0)
                        calls.Decline();
                    return number;
                case CallEntry.InLine:
                    var hasSlot = await WaitForSlotAsync(cancellationToken).ConfigureAwait(false);

                    // No other call begins before the line is left, so that the last that was counted is this one.
                    number = hasSlot ? run.AttemptsOf(this) : 0;
                    calls.LeaveLine(hasSlot);
                    return number;
                case CallEntry.Later when await HappensAsync(change, cancellationToken).ConfigureAwait(false):
                    break;
                default:
                    return 0;
            }
        }
    }

    private static async ValueTask<bool> HappensAsync(Task change, CancellationToken cancellationToken)
    {
        await change.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !cancellationToken.IsCancellationRequested;
    }

    // To a pipeline that asks once more than it may, the step is as it was.
    private Exception? WhyNotAgain(CancellationToken cancellationToken) =>
        _hasReturned ? null : _lastFailure ?? new OperationCanceledException(cancellationToken);
}
