using System.ComponentModel;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace PlanDsl;

/// <summary>One attempt of a step, as its body sees it. Thread-safe; of no effect any more once the attempt has ended.</summary>
public sealed class StepContext
{
    // Reporting progress must not fail a step for the last bit of a sum; what is off by more is no fraction.
    private const double RoundingError = 1e-6;

    private readonly GovernedStep _step;
    private readonly AttemptTimeout? _timeout;
    private Coordinator? _subPlan;
    private bool _hasSubPlanEnded;
    private TaskCompletionSource? _subPlanEnd;
    private AttemptServices? _services;

    internal StepContext(GovernedStep step, int attempt, DateTimeOffset? deadline, CancellationToken cancellationToken, AttemptTimeout? timeout = null)
    {
        _step = step;
        Attempt = attempt;
        Deadline = deadline;
        _timeout = timeout;
        CancellationToken = cancellationToken;
    }

    /// <summary>The run's id.</summary>
    public string RunId => _step.RunId;

    /// <summary>The step's id; for an element of a fan-out or an iteration of a loop, with its number.</summary>
    public string StepId => _step.StepId;

    /// <summary>The step's path in the run, as in <see cref="StepEvent.StepPath"/>; for a step of the plan itself, its id.</summary>
    public string StepPath => _step.Path;

    /// <summary>The number of the attempt, from 1.</summary>
    public int Attempt { get; }

    /// <summary>Names this attempt of this step in this run, as <see cref="StepEvent.ExecId"/> does.</summary>
    public string ExecId => FormattableString.Invariant($"{RunId}/{StepPath}/{Attempt}");

    /// <summary>Names this step in this run, the same for every attempt: what a body hands to a service that is to do its
    /// work only once.</summary>
    public string IdempotencyKey => $"{RunId}/{StepPath}";

    /// <summary>When <see cref="CancellationToken"/> will be cancelled at the latest, in UTC: the earliest of what the
    /// timeouts of the step and of the plan leave. <see langword="null"/> where nothing bounds the attempt.</summary>
    public DateTimeOffset? Deadline { get; }

    /// <summary>What the body logs to, under the plan's id as category and within a scope that names run, step and attempt. It logs
    /// nowhere without <see cref="PlanOptions.LoggerFactory"/>.</summary>
    public ILogger Logger => _step.Run.Logger;

    /// <summary>The services of <see cref="PlanOptions.Services"/>, from a scope of this attempt's own. The scope is made when
    /// it is first asked for, and disposed of when the body has returned; what that throws, the attempt fails with.</summary>
    /// <exception cref="InvalidOperationException"><see cref="PlanOptions.Services"/> is not set.</exception>
    /// <exception cref="ObjectDisposedException">The attempt has ended.</exception>
    public IServiceProvider Services => (Volatile.Read(ref _services) ?? OpenServices()).Provider;

    /// <summary>The token of this attempt: cancelled when its time is up, and when the run cancels what executes.</summary>
    public CancellationToken CancellationToken { get; }

    /// <summary>Whether it is the fallback that is called.</summary>
    internal bool IsFallback => _step.IsAtFallback;

    /// <summary>The element in a fan-out that it is for.</summary>
    internal FanOutElement? Element => _step.Element;

    /// <summary>Tells observers how far the attempt has come, in a <see cref="StepProgressEvent"/>.</summary>
    /// <param name="fraction">The part that is done, from 0 to 1. What lies beyond by no more than a millionth, as a sum of
    /// rounded parts may, is told as 0 or 1.</param>
    /// <param name="message">What is being done, for a person. What the run was given as a secret is left out of it.</param>
    /// <exception cref="ArgumentOutOfRangeException">The fraction lies further beyond, as a percentage does, or is no number.</exception>
    public void ReportProgress(double fraction, string? message = null)
    {
        if (!(fraction is >= -RoundingError and <= 1 + RoundingError))
            throw new ArgumentOutOfRangeException(nameof(fraction), fraction, "A part of the work is from 0 to 1.");
        _step.ReportProgress(this, Math.Clamp(fraction, 0, 1), message);
    }

    /// <summary>Tells observers that the attempt is alive, in a <see cref="StepHeartbeatEvent"/>.</summary>
    public void Heartbeat() => _step.Heartbeat(this);

    /// <summary>The number of the iteration in a loop, from 1; 0 outside loops.</summary>
    public int Iteration => _step.Iteration;

    /// <summary>The index of the element in a fan-out, from 0; <see langword="null"/> outside fan-outs.</summary>
    public int? ElementIndex => _step.ElementIndex;

    /// <summary>Whether a step has succeeded by now. For generated code.</summary>
    /// <param name="step">The index of the step.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public bool HasSucceeded(int step) => _step.Run.HasSucceeded(step);

    /// <summary>How a step has ended, with its result. For generated code.</summary>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <param name="step">The index of the step.</param>
    /// <param name="value">What the step returned, if it did.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public StepOutcome<T> OutcomeOf<T>(int step, T? value) => _step.Run.OutcomeOf(step, value);

    /// <summary>Keeps what the body returned, unless another attempt that went on at the same time was faster. For generated code.</summary>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <param name="result">What it returned.</param>
    /// <param name="place">Where the step's result is kept.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void Keep<T>(T result, ref T place) => _step.Keep(this, result, ref place);

    /// <summary>How deep the run lies in those of other plans; 1 in a run of its own.</summary>
    public int Depth => Run.Depth;

    internal Coordinator Run => _step.Run;

    /// <summary>The step, or the part of one, whose attempt it is.</summary>
    internal GovernedStep Unit => _step;

    /// <summary>Whether the attempt goes on with one that was interrupted before the run was resumed, or has ended as it is recorded.</summary>
    internal bool GoesOn => _step.GoesOn(Attempt);

    /// <summary>Whether nothing is to start in the attempt any more. The coordinator's, under its lock.</summary>
    internal bool IsCalledOff => _step.Run.IsCalledOff(_step);

    /// <summary>The options with which this attempt starts the run of another plan as a part of this one: an attempt starts one
    /// at most. Its steps stand below this one; its events are told by this run, whose options hold for it too.</summary>
    public PlanOptions SubPlanOptions() => Run.OptionsWithin(this);

    /// <summary>Waits for the signal that the step is declared to wait for, and holds no slot meanwhile. For generated code.</summary>
    /// <typeparam name="T">The type of what it brings.</typeparam>
    /// <param name="name">The name of the signal.</param>
    /// <exception cref="InvalidOperationException">The step is not declared to wait for this signal.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public async Task<T> WaitForSignalAsync<T>(string name)
    {
        var value = await Run.WaitForSignalAsync(_step, name, Deadline, CancellationToken).ConfigureAwait(false);
        return value switch
        {
            { Value: T fitting } => fitting,
            { IsRecorded: true, Value: JsonElement recorded } => ResultJson.To<T>(recorded, $"signal '{name}'", Run.JsonOptions),
            { IsPresent: true, Value: null } when default(T) is null => default!,
            _ => throw new BindingException($"Signal '{name}' has brought {value}, and step '{StepPath}' waits for one of type {typeof(T)}."),
        };
    }

    /// <summary>Waits for a signal that brings nothing; otherwise as <see cref="WaitForSignalAsync{T}"/>. For generated code.</summary>
    /// <param name="name">The name of the signal.</param>
    /// <exception cref="InvalidOperationException">The step is not declared to wait for this signal.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Task WaitForSignalAsync(string name) => Run.WaitForSignalAsync(_step, name, Deadline, CancellationToken);

    /// <summary>Waits for a signal that may bring nothing or any JSON value, as in a plan file; otherwise as <see cref="WaitForSignalAsync{T}"/>.
    /// For generated code.</summary>
    /// <param name="name">The name of the signal.</param>
    /// <returns>What it brings; null for nothing.</returns>
    /// <exception cref="InvalidOperationException">The step is not declared to wait for this signal.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public async Task<JsonElement> WaitForJsonSignalAsync(string name) => SignalJson.Of(await WaitForAnySignalAsync(name).ConfigureAwait(false));

    /// <summary>Waits for a signal that may bring anything; otherwise as <see cref="WaitForSignalAsync{T}"/>.</summary>
    internal Task<SignalValue> WaitForAnySignalAsync(string name) => Run.WaitForSignalAsync(_step, name, Deadline, CancellationToken);

    /// <summary>Whether nothing is to start in the step any more, so that its token is cancelled by now or about to be.</summary>
    internal bool IsOver => Run.IsOver(_step);

    /// <summary>The attempt is about to feed a stream that another step reads live.</summary>
    internal void FeedTo(ILiveEdge stream) => Run.Feed(_step, stream);

    /// <summary>The attempt is about to read a stream live; whether the step that produces it has been started.</summary>
    internal bool ReadFrom(ILiveEdge stream) => Run.Read(_step, stream);

    /// <summary>The attempt reads the stream no further.</summary>
    internal void LeaveStream() => Run.LeaveStream(_step);

    /// <summary>Elements go from step to step by now, so that the attempt is the last.</summary>
    internal void NoteStreamed() => _step.HasStreamed = true;

    /// <summary>What is left of the attempt's time; <see cref="TimeSpan.MaxValue"/> if nothing bounds it.</summary>
    internal TimeSpan TimeLeft()
    {
        var left = _step.TimeLeft();
        return _timeout is { TimeLeft: var own } && own < left ? own : left;
    }

    /// <summary>Takes over what the run of a sub-plan could undo. The coordinator's, under its lock.</summary>
    internal void Inherit(IReadOnlyList<GovernedStep>? returned) => _step.Inherited = returned;

    /// <summary>Makes the steps of another plan the parts of this one. The coordinator's, under its lock.</summary>
    internal void Adopt(Coordinator subPlan, StepTable steps)
    {
        if (_subPlan is not null)
            throw new InvalidOperationException($"Step '{StepPath}' runs a sub-plan in this attempt already.");
        _subPlan = subPlan;
        Run.CountOn(steps, _step.Steps.PartsOf(_step.Entry));
        _step.Steps.SetParts(_step.Entry, steps);
        _step.IsInSubPlan = true;
    }

    /// <summary>The run of a sub-plan that the body has left behind; <see langword="null"/> if there is none.</summary>
    internal Coordinator? SubPlanLeftBehind => Volatile.Read(ref _hasSubPlanEnded) ? null : _subPlan;

    /// <summary>The run of the sub-plan has ended. The coordinator's, under its lock.</summary>
    internal void OnSubPlanEnded()
    {
        Volatile.Write(ref _hasSubPlanEnded, true);
        _step.IsInSubPlan = false;
        _subPlanEnd?.TrySetResult();
    }

    /// <summary>Ends when the run of the sub-plan has. The coordinator's, under its lock.</summary>
    internal Task WhenSubPlanEnds()
    {
        _subPlanEnd ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
        if (_hasSubPlanEnded)
            _subPlanEnd.TrySetResult();
        return _subPlanEnd.Task;
    }

    /// <summary>Whether the token was cancelled because time was up.</summary>
    internal bool IsTimeUp => _timeout is { IsReached: true } || _step.IsTotalReached;

    /// <summary>The bound on the attempt alone, if that is why the token was cancelled; <see langword="null"/> if it is not.</summary>
    internal TimeSpan? ReachedTimeout => _timeout is { IsReached: true, Bound: var bound } ? bound : null;

    /// <summary>Disposes of the services that the attempt has asked for.</summary>
    internal ValueTask ReleaseServicesAsync() => Interlocked.Exchange(ref _services, AttemptServices.Gone)?.DisposeAsync() ?? default;

    private AttemptServices OpenServices()
    {
        var opened = new AttemptServices(Run.Services);
        if (Interlocked.CompareExchange(ref _services, opened, null) is not { } others)
            return opened;

        // Another thread has been faster, or the attempt has ended.
        opened.Discard();
        return others;
    }
}
