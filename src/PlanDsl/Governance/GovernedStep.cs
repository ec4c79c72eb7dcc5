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
    Coordinator run, StepTable steps, int entry, int step, StepPolicy? policy, NamedPipeline? pipeline, GovernedStep? whole = null)
{
    private readonly BodyCancellation _cancellation = new();
    private CancellationTokenRegistration _registration;
    private Exception? _failure;

    // Cancellations that bodies told of while nobody had asked them to stop.
    private MarkedExceptions _unasked;

    public Coordinator Run => run;

    /// <summary>The table in which it stands. The coordinator's, under its lock.</summary>
    public StepTable Steps => steps;

    /// <summary>Its entry in <see cref="Steps"/>; -1 for a part that has not begun. The coordinator's, under its lock.</summary>
    public int Entry { get; set; } = entry;

    /// <summary>The index of the step whose body it runs.</summary>
    public int Step => step;

    /// <summary>What it is part of; <see langword="null"/> for a step of the plan itself.</summary>
    public GovernedStep? Whole => whole;

    /// <summary>Whether it is an element or an iteration of its whole, and not a step of the plan.</summary>
    public bool IsPart => whole is not null && whole.Step == step;

    /// <summary>Whether its place is one of the run's slots: in the place of a sub-plan, it is the steps of that which are counted.</summary>
    public bool IsCounted => policy is not { IsSubPlan: true } || IsAtFallback;

    /// <summary>What it consists of, if it executes nothing itself.</summary>
    public StepParts? Parts { get; private set; }

    /// <summary>The line in which it stands with others of its whole; <see langword="null"/> if in the plan's.</summary>
    public StepParts? Line => IsPart ? PartsOfStep : whole?.Parts is { IsBounded: true } group ? group : null;

    /// <summary>The element of the fan-out that it is for.</summary>
    public FanOutElement? Element { get; private init; }

    /// <summary>The index of that element, from 0.</summary>
    public int? ElementIndex { get; private init; }

    /// <summary>The number of the loop's iteration that it is, from 1; 0 for what is none.</summary>
    public int Iteration { get; private init; }

    /// <summary>Where it stands among the parts of its whole that are underway. The coordinator's, under its lock.</summary>
    public int Index { get; set; }

    /// <summary>Whether anything in it has been started.</summary>
    public bool HasBegun { get; private set; }

    /// <summary>The token under which all of it goes on.</summary>
    public CancellationToken Token => _cancellation.Token;

    public string RunId => run.Identity.RunId;

    public string StepId => steps.IdOf(Entry);

    public string Path => steps.PathOf(Entry);

    /// <summary>Where it stands. The coordinator's, under its lock.</summary>
    public StepStatus Status => steps.StatusOf(Entry);

    /// <summary>Whether nothing is to start in it any more. The coordinator's, under its lock.</summary>
    public bool IsCalledOff { get; set; }

    /// <summary>Whether it holds a slot. The coordinator's, under its lock.</summary>
    public bool HoldsSlot { get; set; }

    /// <summary>Whether it stands in the queue for a slot. The coordinator's, under its lock.</summary>
    public bool IsQueued { get; set; }

    /// <summary>Whether its fallback is what it wants a slot for, or has one for. The coordinator's, under its lock.</summary>
    public bool IsAtFallback { get; set; }

    /// <summary>Whether its body runs another plan.</summary>
    public bool IsSubPlan => policy is { IsSubPlan: true };

    /// <summary>Whether a plan goes on that the attempt has started, or the fallback. The coordinator's, under its lock.</summary>
    public bool IsInSubPlan { get; set; }

    /// <summary>The signal that it waits for, if it is declared to wait for one.</summary>
    public SignalPolicy? Signal => policy?.Signal;

    /// <summary>Whether it waits for that signal now. The coordinator's, under its lock.</summary>
    public bool IsAwaitingSignal { get; set; }

    /// <summary>What the step has failed with, once it has ended; <see langword="null"/> if its body has returned.</summary>
    public StepError? Error => _failure is null ? null
        : IsOfParts(_failure) ? Parts!.Error
        : ErrorOf(_failure);

    private StepParts? PartsOfStep => IsPart ? whole!.PartsOfStep : Parts;

    /// <summary>Makes a step of the plan.</summary>
    public static GovernedStep At(Coordinator run, StepTable steps, int step, StepPolicy? policy, NamedPipeline? pipeline, GovernedStep? group)
    {
        var made = new GovernedStep(run, steps, step, step, policy, pipeline, group) { Before = run.BeforeOf(step) };
        made.Parts = StepParts.Of(made, policy);
        return made;
    }

    /// <summary>Makes a part of this step, or of this element.</summary>
    /// <param name="parts">The table in which it will stand.</param>
    /// <param name="element">The element that it is for, if it is for one.</param>
    /// <param name="index">The index of that element.</param>
    /// <param name="iteration">The number of the iteration that it is; 0 for an element.</param>
    public GovernedStep PartAt(StepTable parts, FanOutElement? element, int? index, int iteration)
    {
        var part = new GovernedStep(run, parts, -1, step, policy, pipeline, this) { Element = element, ElementIndex = index, Iteration = iteration };
        if (iteration == 0 && policy?.Loop is { } loop)
            part.Parts = new LoopParts(part, loop);
        return part;
    }

    /// <summary>Whether it has ended because it was asked to stop.</summary>
    public bool IsCancelled => WasAskedToStop(_failure);

    /// <summary>The number of the step's condition; <see langword="null"/> for none.</summary>
    public int? Condition => policy?.Condition;

    /// <summary>The number of what says whether the way through the plan leads to the step; <see langword="null"/> where it always does.</summary>
    public int? Branch => policy?.Branch;

    /// <summary>The number of the body that undoes the step; <see langword="null"/> for none.</summary>
    public int? Compensation => policy?.Compensation;

    /// <summary>The number of the body that stands in for the step; <see langword="null"/> for none.</summary>
    public int? Fallback => policy?.Fallback;

    /// <summary>What the sub-plan that the step has run could undo, in the order in which its bodies returned; <see langword="null"/>
    /// if nothing. The coordinator's, under its lock.</summary>
    public IReadOnlyList<GovernedStep>? Inherited { get; set; }

    /// <summary>What bodies of the step are called with.</summary>
    public StepContext ContextOf(DateTimeOffset? deadline, CancellationToken cancellationToken, AttemptTimeout? timeout = null) =>
        new(this, run.AttemptsOf(this), deadline, cancellationToken, timeout);

    /// <summary>Goes on with a step that has just been given a slot, until it has to wait or has ended.</summary>
    public void GoOn()
    {
        if (HasBegun)
        {
            _slot?.Grant();
            return;
        }

        HasBegun = true;
        _ = BeginAsync();
    }

    /// <summary>Cancels what goes on in the step, and with it the wait for another attempt.</summary>
    public void Cancel()
    {
        _cancellation.Cancel();
        if (Parts is not null)
            run.OnCancelled(this);
    }

    public void ReportProgress(StepContext attempt, double fraction, string? message) => run.TellProgress(this, attempt.Attempt, fraction, message);

    public void Heartbeat(StepContext attempt) => run.TellHeartbeat(this, attempt.Attempt);

    private async Task BeginAsync()
    {
        HeedWaitBefore();
        StartTotalTimeout();
        _registration = (whole?._cancellation.Token ?? run.TokenAround(step)).UnsafeRegister(static governed => ((GovernedStep)governed!).Cancel(), this);
        try
        {
            _failure = HadFallenBack ? await RestoreFailureAsync(Before!.Fallback!).ConfigureAwait(false)
                : Parts is not null ? ExplainParts(await Parts.ExecuteAsync().ConfigureAwait(false))
                : IsInterrupted && _cancellation.Token.IsCancellationRequested ? await AttemptAsync(_cancellation.Token).ConfigureAwait(false)
                : IsTotalReached ? _timeouts.Add(Reached(NameOfTotal, TotalTimeout, inner: null))
                : await ExecuteAsync().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            _failure = exception;
        }

        if (_failure is not null)
            _failure = await FallBackAsync(_failure).ConfigureAwait(false);
        _failure = Accept(_failure);

        _registration.Unregister();
        _totalTimer?.Dispose();
        _cancellation.Release();
        run.OnEnded(this);
    }

    private bool WasAskedToStop(Exception? failure) =>
        failure is OperationCanceledException && !_unasked.Contains(failure) && !IsOfParts(failure)
        && (failure == Parts?.Cancellation || _cancellation.Token.IsCancellationRequested);

    /// <summary>Whether the step has failed with the failure of a part, or of all of them.</summary>
    private bool IsOfParts(Exception failure) => Parts?.Error is not null && ReferenceEquals(failure, Parts.Failure);

    private StepError ErrorOf(Exception exception)
    {
        if (ReferenceEquals(exception, _recordedFailure))
            return Before!.Fallback!.Error;
        var error = StepError.Of(exception, Path);
        if (policy is { IsSubPlan: true } && MaskedException.Seen(exception) is PlanFailedException { Outcome.Error: { } inner })
            error = error with { Kind = inner.Kind };
        if (_timeouts.Contains(exception))
            error = error with { Kind = FailureKind.Timeout };
        return _errorBefore is null ? error : BothFailed(_errorBefore, error);
    }
}
