namespace PlanDsl;

/// <content>One attempt after another.</content>
internal sealed partial class GovernedStep
{
    private bool _hasBegunAttempts;
    private int _firstAttempt;
    private SlotRequest? _slot;

    // What the last attempt failed with; null if a body has returned.
    private volatile Exception? _lastFailure;
    private volatile bool _hasReturned;

    /// <summary>The attempt whose body has returned.</summary>
    public StepContext? LastContext { get; private set; }

    /// <summary>The step as a whole, for what is to be called when its parts have ended.</summary>
    public StepContext ContextOfWhole() => new(this, attempt: 1, OneShot.At(run.Time, TimeLeft()), run.BodyToken);

    /// <summary>Makes an attempt; what it failed with, or <see langword="null"/>.</summary>
    /// <param name="cancellationToken">The token of what surrounds the attempt.</param>
    private async ValueTask<Exception?> AttemptAsync(CancellationToken cancellationToken)
    {
        if (!await TryEnterAsync(cancellationToken).ConfigureAwait(false))
            return _isWaiting ? Explain(new OperationCanceledException(cancellationToken), timeout: null) : _lastFailure;

        var number = run.AttemptsOf(this);
        var timeout = LimitAttempt(number, cancellationToken, out var deadline);
        try
        {
            var context = new StepContext(this, number, deadline, timeout?.Token ?? cancellationToken, timeout);
            await RunAsync(step, context).ConfigureAwait(false);
            Return(context);
            return null;
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
        var grace = policy is { IsSubPlan: true } ? null : new AttemptGrace(this, context);
        var hasReturned = false;
        try
        {
            await new BodyReturn(this, InvokeAsync(body, context), grace);
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

    private void Return(StepContext attempt)
    {
        LastContext = attempt;
        _hasReturned = true;
        _lastFailure = null;
    }

    /// <summary>Whether an attempt may begin now. The first is begun by whoever handed the step out; a retry waits for its
    /// turn.</summary>
    private ValueTask<bool> TryEnterAsync(CancellationToken cancellationToken)
    {
        if (_hasBegunAttempts)
            return _isWaiting ? WaitForSlotAsync(cancellationToken) : new(result: false);
        _hasBegunAttempts = true;
        return _isWaiting ? WaitForRestAsync(cancellationToken) : new(result: true);
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
