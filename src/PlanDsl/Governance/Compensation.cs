namespace PlanDsl;

/// <summary>Undoes one step: calls the body that its policy names, under a token and a timeout of its own.</summary>
/// <param name="run">The run that undoes it; the step may be one of a sub-plan of it.</param>
/// <param name="unit">The step, or the element of a fan-out.</param>
internal sealed class Compensation(Coordinator run, GovernedStep unit)
{
    private readonly BodyCancellation _cancellation = new();
    private readonly TimeSpan _timeout = run.CompensationTimeout;
    private volatile bool _isLate;

    public Coordinator Run => run;

    public GovernedStep Unit => unit;

    /// <summary>What it has failed with, once it has ended; <see langword="null"/> if its body has returned.</summary>
    public StepError? Error { get; private set; }

    /// <summary>Runs it. Never fails.</summary>
    public async Task RunAsync()
    {
        var timer = OneShot.Start(run.Time, static compensation => ((Compensation)compensation!).Reach(), this, _timeout);
        try
        {
            var context = unit.ContextOf(OneShot.At(run.Time, _timeout), _cancellation.Token);
            await RunBodyAsync(unit.Run.InvokeAsync(unit.Compensation!.Value, context)).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            Error = StepError.Of(Explain(exception), unit.Path);
            if (_isLate && exception is OperationCanceledException)
                Error = Error with { Kind = FailureKind.Timeout };
        }

        timer?.Dispose();
        _cancellation.Release();
    }

    private TimeSpan? Patience
    {
        get
        {
            var grace = run.CancelGrace;
            if (_timeout == Timeout.InfiniteTimeSpan || grace == Timeout.InfiniteTimeSpan || _timeout > OneShot.Longest || grace > OneShot.Longest - _timeout)
                return null;
            return _timeout + grace;
        }
    }

    // A body that ignores its token is waited for no longer than that of an attempt would be.
    private async ValueTask RunBodyAsync(ValueTask body)
    {
        if (body.IsCompleted)
        {
            body.GetAwaiter().GetResult();
            return;
        }

        var task = body.AsTask();
        try
        {
            await (Patience is { } patience ? task.WaitAsync(patience, run.Time) : task).ConfigureAwait(false);
        }
        catch (TimeoutException) when (!task.IsCompleted)
        {
            // Nobody will look at how it ends.
            _ = task.ContinueWith(static late => _ = late.Exception, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            throw new OperationCanceledException(_cancellation.Token);
        }
    }

    private Exception Explain(Exception exception) => _isLate && exception is OperationCanceledException
        ? new TimeoutException($"The compensation of step '{unit.Path}' has reached its timeout of {BoundText.Of(_timeout)}.", exception)
        : exception;

    private void Reach()
    {
        _isLate = true;
        _cancellation.Cancel();
    }
}
