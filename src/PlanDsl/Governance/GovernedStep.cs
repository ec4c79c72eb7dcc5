using Polly;

namespace PlanDsl;

/// <summary>A step that goes the long way round in one run, because it has a timeout, retries, a pipeline or a context; or a
/// part of a step that goes through attempts as a step does. It starts when it is first handed out, and ends with the step
/// or the part; in between it asks the coordinator for every change of status.</summary>
/// <param name="run">The run.</param>
/// <param name="steps">The table in which it stands.</param>
/// <param name="entry">Its entry there.</param>
/// <param name="step">The index of the step whose body it runs: for a part, of its whole.</param>
/// <param name="policy">What the step asks for; <see langword="null"/> if for nothing but a context.</param>
/// <param name="pipeline">The pipeline that it names, if it names one.</param>
/// <param name="whole">What it is part of; <see langword="null"/> for a step of the plan itself.</param>
internal sealed partial class GovernedStep(
    Coordinator run, StepTable steps, int entry, int step, StepPolicy? policy, ResiliencePipeline? pipeline, GovernedStep? whole = null)
{
    private readonly BodyCancellation _cancellation = new();
    private CancellationTokenRegistration _registration;
    private bool _hasBegun;
    private Exception? _failure;

    // A cancellation that a body told of while nobody had asked it to stop.
    private Exception? _unasked;

    public Coordinator Run => run;

    /// <summary>The table in which it stands. The coordinator's, under its lock.</summary>
    public StepTable Steps => steps;

    /// <summary>Its entry in <see cref="Steps"/>.</summary>
    public int Entry => entry;

    /// <summary>The index of the step whose body it runs.</summary>
    public int Step => step;

    /// <summary>What it is part of; <see langword="null"/> for a step of the plan itself.</summary>
    public GovernedStep? Whole => whole;

    public string RunId => run.Identity.RunId;

    public string StepId => steps.IdOf(entry);

    public string Path => steps.PathOf(entry);

    /// <summary>Where it stands. The coordinator's, under its lock.</summary>
    public StepStatus Status => steps.StatusOf(entry);

    /// <summary>Whether nothing is to start in it any more. The coordinator's, under its lock.</summary>
    public bool IsCalledOff { get; set; }

    /// <summary>Whether it stands in the queue for a slot. The coordinator's, under its lock.</summary>
    public bool IsQueued { get; set; }

    /// <summary>The signal that it waits for, if it is declared to wait for one.</summary>
    public SignalPolicy? Signal => policy?.Signal;

    /// <summary>Whether it waits for that signal now. The coordinator's, under its lock.</summary>
    public bool IsAwaitingSignal { get; set; }

    /// <summary>What the step has failed with, once it has ended; <see langword="null"/> if its body has returned.</summary>
    public StepError? Error => _failure is null ? null : ErrorOf(_failure);

    /// <summary>Whether it has ended because it was asked to stop.</summary>
    public bool IsCancelled => WasAskedToStop(_failure);

    /// <summary>The number of the step's condition, where it has one.</summary>
    public int Condition => policy!.Condition!.Value;

    /// <summary>The number of the body that undoes the step; <see langword="null"/> for none.</summary>
    public int? Compensation => policy?.Compensation;

    /// <summary>What the sub-plan that the step has run could undo, in the order in which its bodies returned; <see langword="null"/>
    /// if nothing. The coordinator's, under its lock.</summary>
    public IReadOnlyList<GovernedStep>? Inherited { get; set; }

    /// <summary>What bodies of the step are called with.</summary>
    public StepContext ContextOf(DateTimeOffset? deadline, CancellationToken cancellationToken, AttemptTimeout? timeout = null) =>
        new(this, run.AttemptsOf(this), deadline, cancellationToken, timeout);

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

    public void ReportProgress(StepContext attempt, double fraction, string? message) => run.TellProgress(this, attempt.Attempt, fraction, message);

    public void Heartbeat(StepContext attempt) => run.TellHeartbeat(this, attempt.Attempt);

    private async Task BeginAsync()
    {
        StartTotalTimeout();
        _registration = (whole?._cancellation.Token ?? run.TokenAround(step)).UnsafeRegister(static governed => ((GovernedStep)governed!).Cancel(), this);
        try
        {
            _failure = await ExecuteAsync().ConfigureAwait(false);
            if (_failure is not null)
                _failure = await FallBackAsync(_failure).ConfigureAwait(false);
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

    private bool WasAskedToStop(Exception? failure) =>
        failure is OperationCanceledException && failure != _unasked && _cancellation.Token.IsCancellationRequested;

    private StepError ErrorOf(Exception exception)
    {
        var error = StepError.Of(exception, Path);
        if (policy is { IsSubPlan: true } && exception is PlanFailedException { Outcome.Error: { } inner })
            error = error with { Kind = inner.Kind };
        if (ReferenceEquals(exception, _timeout))
            error = error with { Kind = FailureKind.Timeout };
        return _errorBefore is null ? error : BothFailed(_errorBefore, error);
    }
}
