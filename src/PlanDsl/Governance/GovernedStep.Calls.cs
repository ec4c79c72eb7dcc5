using Polly;

namespace PlanDsl;

/// <content>Attempts that the pipeline named by the step calls for, one after the other or several at once.</content>
internal sealed partial class GovernedStep
{
    // Made when the attempts begin.
    private PipelineCalls? _calls;

    // Set when the attempts are over; it may have the number of the last of them.
    private StepContext? _fallback;

    /// <summary>Keeps what an attempt or the fallback has returned, if that is the step's result.</summary>
    public void Keep<T>(StepContext attempt, T result, ref T place)
    {
        if (_calls is null || attempt == _fallback)
            place = result;
        else
            _calls.Keep(attempt.Attempt, result, ref place);
    }

    /// <summary>Whether an attempt goes on, be it beside others that have begun later. The coordinator's, under its lock.</summary>
    public bool IsExecuting(int attempt) =>
        _calls is null || IsAtFallback ? steps.AttemptsOf(Entry) == attempt : _calls.IsExecuting(attempt);

    /// <summary>Goes on without an attempt that does not heed its cancellation; <see langword="false"/> if the step cannot.</summary>
    public bool TryLeaveBehind(AttemptGrace attempt) => _calls?.TryLeaveBehind(attempt.Context.Attempt, attempt.Body is not null) is true;

    /// <summary>What an attempt has failed with that is gone on without.</summary>
    public Exception FailureOf(StepError abandoned) => abandoned.Kind is FailureKind.Timeout
        ? _timeouts.Add(abandoned.Exception!)
        : new OperationCanceledException(abandoned.Message, Token);

    /// <summary>Makes an attempt; what it failed with, or <see langword="null"/>.</summary>
    private async ValueTask<Exception?> CallAsync(PipelineCalls calls, ResilienceContext? retried, CancellationToken cancellationToken)
    {
        var number = await EnterCallAsync(calls, cancellationToken).ConfigureAwait(false);
        if (number == 0)
            return calls.IsWaiting ? Explain(new OperationCanceledException(cancellationToken), timeout: null) : WhyNotAgain(cancellationToken);

        // The time of an attempt that is not known yet could be up unheard.
        calls.Begin(number);
        retried?.Properties.Set(AttemptKey, number);
        AttemptTimeout? timeout = null;
        StepContext? context = null;
        Exception? failure = null;
        try
        {
            timeout = LimitAttempt(number, cancellationToken, out var deadline);
            context = new StepContext(this, number, deadline, timeout?.Token ?? cancellationToken, timeout);
            await RunAsync(step, context).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            failure = Explain(exception, timeout);
        }

        var isAwaited = calls.TryEnd(number, failure is not null);
        if (!isAwaited)
            failure ??= Explain(new OperationCanceledException(context!.CancellationToken), timeout);
        if (failure is null)
            Return(context!);
        else if (!_hasReturned)
            _lastFailure = failure;
        timeout?.Release();
        if (isAwaited)
            calls.Leave();
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
                    return AttemptAgain(calls);
                case CallEntry.InLine:
                    return await StandInLineAsync(calls, cancellationToken).ConfigureAwait(false);
                case CallEntry.Later when await HappensAsync(change, cancellationToken).ConfigureAwait(false):
                    break;
                default:
                    return 0;
            }
        }
    }

    private int AttemptAgain(PipelineCalls calls)
    {
        var number = 0;
        try
        {
            return number = _isStopped || HasStreamed ? 0 : run.AttemptAgain(this);
        }
        finally
        {
            if (number == 0)
                calls.Leave();
        }
    }

    private async ValueTask<int> StandInLineAsync(PipelineCalls calls, CancellationToken cancellationToken)
    {
        using var givenUp = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, calls.WhenOver);
        var hasSlot = await WaitForSlotAsync(givenUp.Token).ConfigureAwait(false);
        if (!hasSlot)
            run.GiveUpTurn(this);

        // No other call begins before the line is left, so that the last that was counted is this one.
        var number = run.AttemptsOf(this);
        return calls.TryLeaveLine(hasSlot) ? number : 0;
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
