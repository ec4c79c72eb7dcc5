using Polly;

namespace PlanDsl;

/// <summary>A step that goes the long way round in one run, because it has a timeout, retries, a pipeline or a context. It
/// starts when the step is first handed out, and ends with the step; in between it asks the coordinator for every change of
/// status.</summary>
/// <param name="run">The run.</param>
/// <param name="step">The index of the step.</param>
/// <param name="policy">What the step asks for; <see langword="null"/> if for nothing but a context.</param>
/// <param name="pipeline">The pipeline that it names, if it names one.</param>
internal sealed partial class GovernedStep(Coordinator run, int step, StepPolicy? policy, ResiliencePipeline? pipeline)
{
    private readonly BodyCancellation _cancellation = new();
    private CancellationTokenRegistration _registration;
    private bool _hasBegun;
    private Exception? _failure;

    public int Step => step;

    public string RunId => run.Identity.RunId;

    public string StepId => run.StepIdOf(step);

    public Coordinator Run => run;

    /// <summary>Whether it stands in the queue for a slot. The coordinator's, under its lock.</summary>
    public bool IsQueued { get; set; }

    /// <summary>What the step has failed with, once it has ended; <see langword="null"/> if its body has returned.</summary>
    public StepError? Error => _failure is null ? null : ErrorOf(_failure);

    /// <summary>Goes on with a step that has just been given a slot, until it has to wait or has ended.</summary>
    public void GoOn()
    {
        if (_hasBegun)
        {
            _slot?.Grant();
            return;
        }

        _hasBegun = true;
        _ = BeginAsync();
    }

    /// <summary>Cancels what goes on in the step, and with it the wait for another attempt.</summary>
    public void Cancel() => _cancellation.Cancel();

    public void ReportProgress(StepContext attempt, double fraction, string? message) => run.TellProgress(step, attempt.Attempt, fraction, message);

    public void Heartbeat(StepContext attempt) => run.TellHeartbeat(step, attempt.Attempt);

    private async Task BeginAsync()
    {
        StartTotalTimeout();
        _registration = run.BodyToken.UnsafeRegister(static governed => ((GovernedStep)governed!).Cancel(), this);
        try
        {
            _failure = await ExecuteAsync().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            _failure = exception;
        }

        _registration.Unregister();
        _totalTimer?.Dispose();
        _cancellation.Release();
        run.OnEnded(this);
    }

    private StepError ErrorOf(Exception exception)
    {
        var error = StepError.Of(exception, StepId);
        return ReferenceEquals(exception, _timeout) ? error with { Kind = FailureKind.Timeout } : error;
    }
}
