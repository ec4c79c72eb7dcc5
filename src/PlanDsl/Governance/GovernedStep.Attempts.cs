namespace PlanDsl;

/// <content>One attempt after another.</content>
internal sealed partial class GovernedStep
{
    private int _calls;
    private SlotRequest? _slot;

    // What the last attempt failed with; null if its body has returned.
    private Exception? _lastFailure;

    // Whether the body of any attempt has: a pipeline may make several at once, and cancel those that it needs no more.
    private volatile bool _hasReturned;

    /// <summary>The attempt made last.</summary>
    public StepContext? LastContext { get; private set; }

    /// <summary>The step as a whole, for what is to be called when its parts have ended.</summary>
    public StepContext ContextOfWhole() => new(this, attempt: 1, OneShot.At(run.Time, TimeLeft()), run.BodyToken);

    /// <summary>Makes an attempt; what it failed with, or <see langword="null"/>.</summary>
    /// <param name="cancellationToken">The token of what surrounds the attempt.</param>
    private async ValueTask<Exception?> AttemptAsync(CancellationToken cancellationToken)
    {
        if (!await TryEnterAsync(cancellationToken).ConfigureAwait(false))
            return _isWaiting ? Explain(new OperationCanceledException(cancellationToken), timeout: null) : _lastFailure;

        var timeout = LimitAttempt(cancellationToken, out var deadline);
        try
        {
            LastContext = ContextOf(deadline, timeout?.Token ?? cancellationToken, timeout);
            await RunAsync(step, LastContext).ConfigureAwait(false);
            _hasReturned = true;
            return _lastFailure = null;
        }
        catch (Exception exception)
        {
            return _lastFailure = Explain(exception, timeout);
        }
        finally
        {
            timeout?.Release();
        }
    }

    /// <summary>Runs the body, or what stands in for it.</summary>
    private async ValueTask RunAsync(int body, StepContext context)
    {
        // A sub-plan has bodies of its own that are watched over, and may have to clean up.
        var grace = policy is { IsSubPlan: true } ? null : new AttemptGrace(this, context.CancellationToken);
        var hasReturned = false;
        try
        {
            await new BodyReturn(this, run.InvokeAsync(body, context));
            hasReturned = true;
        }
        finally
        {
            grace?.Release();
            if (context.SubPlanLeftBehind is { } subPlan)
                await EndSubPlanAsync(subPlan, context, isCalledOff: !hasReturned).ConfigureAwait(false);
        }
    }

    // A body may return without having waited for the run that it has started. The attempt lasts until that has ended: what
    // executes in it is part of the step.
    private async ValueTask EndSubPlanAsync(Coordinator subPlan, StepContext context, bool isCalledOff)
    {
        if (isCalledOff)
            subPlan.Cancel();
        await new BodyReturn(this, new(run.WhenSubPlanEnds(context)));
    }

    /// <summary>Whether an attempt may begin now. The first is begun by whoever handed the step out; a retry waits for its
    /// turn; and where a pipeline of others calls again, its call is counted.</summary>
    private ValueTask<bool> TryEnterAsync(CancellationToken cancellationToken)
    {
        if (_calls++ == 0)
            return new(true);
        return _isWaiting ? WaitForSlotAsync(cancellationToken) : new(!_isStopped && !HasStreamed && run.TryAttemptAgain(this));
    }

    private async ValueTask<bool> WaitForSlotAsync(CancellationToken cancellationToken)
    {
        _slot = new(this, cancellationToken);
        if (!await _slot)
            return false;
        _isWaiting = false;
        return true;
    }
}
