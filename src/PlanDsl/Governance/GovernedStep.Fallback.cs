namespace PlanDsl;

/// <content>What is done instead once no attempt is left.</content>
internal sealed partial class GovernedStep
{
    // What the attempts had failed with when the fallback failed too.
    private StepError? _errorBefore;

    /// <summary>What the attempts had failed with when the fallback succeeded; <see langword="null"/> if it has not.</summary>
    public StepError? ReplacedError { get; private set; }

    /// <summary>Calls the fallback, if there is one, once; what the step has failed with all the same, or <see langword="null"/>.</summary>
    private async ValueTask<Exception?> FallBackAsync(Exception failure)
    {
        // It is an element's or the whole loop's, not an iteration's; and nothing stands in for a stream of which elements are read.
        if (policy?.Fallback is not { } body || Iteration > 0 || Parts is FanOutParts or GroupParts || (LiveTo is not null && HasStreamed)
            || WasAskedToStop(failure))
            return failure;
        var before = IsOfParts(failure) ? Parts!.Error! : ErrorOf(failure);
        if (!run.TryFallBack(this, isRecorded: _recordedFailure is not null, before, out var hasSlot))
            return _recordedFailure is null || !_cancellation.Token.IsCancellationRequested ? failure : Stopped(new OperationCanceledException(_cancellation.Token), timeout: null, before);
        if (!hasSlot && !await WaitForSlotAsync(_cancellation.Token).ConfigureAwait(false))
            return Explain(new OperationCanceledException(_cancellation.Token), timeout: null);

        var timeout = LimitAttempt(run.AttemptsOf(this), _cancellation.Token, out var deadline);
        try
        {
            _fallback = ContextOf(deadline, timeout?.Token ?? _cancellation.Token, timeout);
            await RunAsync(body, _fallback).ConfigureAwait(false);
            ReplacedError = before;
            return null;
        }
        catch (Exception exception)
        {
            return Stopped(exception, timeout, before);
        }
        finally
        {
            timeout?.Release();
        }
    }

    /// <summary>What the step has failed with whose fallback has begun and not succeeded.</summary>
    private Exception Stopped(Exception exception, AttemptTimeout? timeout, StepError before)
    {
        var second = Explain(exception, timeout);
        if (!WasAskedToStop(second))
            _errorBefore = before;
        return second;
    }

    /// <summary>The error of a step whose attempts and whose fallback have failed: it is of the kind of the former.</summary>
    private static StepError BothFailed(StepError attempts, StepError fallback)
    {
        var exceptions = new[] { attempts.Exception, fallback.Exception }.OfType<Exception>();
        return attempts with
        {
            Message = $"{attempts.Message} (and its fallback failed: {fallback.Message})",
            Exception = new AggregateException(exceptions),
        };
    }
}
