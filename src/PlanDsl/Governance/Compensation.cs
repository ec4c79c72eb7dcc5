namespace PlanDsl;

/// <summary>Undoes one step: calls the body that its policy names, under a token and a timeout of its own. A body that goes on
/// although its token was cancelled is given up as that of an attempt would be.</summary>
/// <param name="run">The run that undoes it; the step may be one of a sub-plan of it.</param>
/// <param name="unit">The step, or the element of a fan-out.</param>
internal sealed class Compensation(Coordinator run, GovernedStep unit)
{
    private readonly BodyCancellation _cancellation = new();
    private readonly TimeSpan _timeout = run.CompensationTimeout;
    private ITimer? _grace;
    private int _hasEnded;
    private volatile bool _isLate;

    public Coordinator Run => run;

    public GovernedStep Unit => unit;

    /// <summary>What it has failed with, once it has ended; <see langword="null"/> if its body has returned.</summary>
    public StepError? Error { get; private set; }

    /// <summary>Runs the body to its end. Never fails.</summary>
    /// <returns>Whether the compensation has ended with it, and was not given up before.</returns>
    public async Task<bool> RunAsync()
    {
        var timer = OneShot.Start(run.Time, static compensation => ((Compensation)compensation!).Reach(), this, _timeout);
        StepError? error = null;
        try
        {
            var context = unit.ContextOf(OneShot.At(run.Time, _timeout), _cancellation.Token);
            await unit.Run.InvokeAsync(unit.Compensation!.Value, context).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            error = _isLate && exception is OperationCanceledException ? LateError(exception) : StepError.Of(exception, unit.Path);
        }

        timer?.Dispose();
        var hasEnded = TryEnd(error);
        Volatile.Read(ref _grace)?.Dispose();
        _cancellation.Release();
        return hasEnded;
    }

    private bool TryEnd(StepError? error)
    {
        if (Interlocked.Exchange(ref _hasEnded, 1) == 1)
            return false;
        Error = error;
        return true;
    }

    private void Reach()
    {
        _isLate = true;
        Volatile.Write(ref _grace, OneShot.Start(run.Time, static compensation => ((Compensation)compensation!).GiveUp(), this, run.CancelGrace));
        if (Volatile.Read(ref _hasEnded) == 1)
            _grace?.Dispose();
        _cancellation.Cancel();
    }

    private void GiveUp()
    {
        if (TryEnd(LateError(exception: null, $", and has not returned within {BoundText.Of(run.CancelGrace)} of that")))
            run.OnUndone(this);
    }

    private StepError LateError(Exception? exception, string whatFollowed = "")
    {
        var timeout = new TimeoutException($"The compensation of step '{unit.Path}' has reached its timeout of {BoundText.Of(_timeout)}{whatFollowed}.", exception);
        return StepError.Of(timeout, unit.Path) with { Kind = FailureKind.Timeout };
    }
}
