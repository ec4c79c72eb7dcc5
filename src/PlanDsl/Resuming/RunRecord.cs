using System.Text.Json;

namespace PlanDsl;

/// <summary>How far a run has come, as its recorded events tell it. Made once, then read under the lock of the run that goes on from there.</summary>
internal sealed partial class RunRecord
{
    private readonly Dictionary<string, StepRecord> _steps = new(StringComparer.Ordinal);

    // The number of the event that told that the run was resumed last.
    private long _resumedAs;

    private RunRecord(RunCreatedEvent created) => Created = created;

    /// <summary>How the run was made.</summary>
    public RunCreatedEvent Created { get; }

    /// <summary>What the plan is as the run went on last.</summary>
    public string? Shape { get; private set; }

    /// <summary>What the environment had for the plans that the run runs; <see langword="null"/> where nothing is recorded of it.</summary>
    public JsonElement? FromEnvironment { get; private set; }

    /// <summary>When the run started; when it was made, if it had not yet.</summary>
    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>The number of the last event.</summary>
    public long LastSequence { get; private set; }

    /// <summary>When it happened.</summary>
    public DateTimeOffset LastTime { get; private set; }

    /// <summary>The number of the event that told that the run was to cancel; <see langword="null"/> if none has.</summary>
    public long? CancelledAs { get; private set; }

    /// <summary>When that was.</summary>
    public DateTimeOffset? CancelledAt { get; private set; }

    /// <summary>Whether it was told that the run has started.</summary>
    public bool HasStarted { get; private set; }

    /// <summary>The signals that have come and that no step has ended with, in order.</summary>
    public List<SignalReceivedEvent> Signals { get; } = [];

    /// <summary>Folds the events of a run, from the first.</summary>
    /// <exception cref="JournalException">The first event is not there.</exception>
    public static RunRecord Fold(IEnumerable<PlanEvent> events)
    {
        RunRecord? record = null;
        foreach (var happened in events)
        {
            record ??= Begin(happened);
            record.Apply(happened);
        }

        return record ?? throw new JournalException("Nothing is recorded of the run, so that there is nothing to resume. Run the plan anew.");
    }

    /// <summary>The events of steps, in order, each with what is recorded of its step up to there.</summary>
    /// <param name="events">The events of a run, from the first.</param>
    /// <exception cref="JournalException">The first event is not there.</exception>
    public static IEnumerable<(StepEvent Happened, StepRecord Step)> Retell(IEnumerable<PlanEvent> events)
    {
        RunRecord? record = null;
        foreach (var happened in events)
        {
            record ??= Begin(happened);
            record.Apply(happened);
            if (happened is StepEvent step)
                yield return (step, record.At(step.StepPath));
        }
    }

    /// <summary>What is recorded of what has this path; <see langword="null"/> for nothing.</summary>
    public StepRecord? Find(string path) => _steps.GetValueOrDefault(path);

    private static RunRecord Begin(PlanEvent first) => first is RunCreatedEvent created ? new(created) { Shape = created.Shape, FromEnvironment = created.FromEnvironment, StartedAt = created.Time }
        : throw new JournalException($"The first event that is recorded of run '{first.RunId}' does not tell how it was made, so that it cannot be resumed. Run the plan anew.");

    private void Apply(PlanEvent happened)
    {
        LastSequence = happened.Sequence;
        LastTime = happened.Time;
        switch (happened)
        {
            case RunStartedEvent:
                StartedAt = happened.Time;
                HasStarted = true;
                break;
            case RunResumedEvent resumed:
                _resumedAs = happened.Sequence;
                Shape = resumed.Shape ?? Shape;
                FromEnvironment = resumed.FromEnvironment ?? FromEnvironment;
                break;
            case RunCancelRequestedEvent:
                CancelledAs ??= happened.Sequence;
                CancelledAt ??= happened.Time;
                break;
            case SignalReceivedEvent signal:
                Signals.Add(signal);
                break;
            case StepEvent step:
                Apply(step, At(step));
                ForgetTaken(step);
                break;
        }
    }

    // One that was meant for the step, else the first that was kept.
    private void ForgetTaken(StepEvent ended)
    {
        var taken = ended switch
        {
            StepSucceededEvent { Signal: { } name } => Signals.FindIndex(signal => signal.Name == name && signal.StepPath == ended.StepPath) is >= 0 and var meant
                ? meant
                : Signals.FindIndex(signal => signal.Name == name && signal.StepPath is null),
            StepFailedEvent { Error.Kind: FailureKind.Binding } => Signals.FindIndex(signal => signal.StepPath == ended.StepPath),
            _ => -1,
        };
        if (taken >= 0)
            Signals.RemoveAt(taken);
    }

    private void Apply(StepEvent happened, StepRecord step)
    {
        switch (happened)
        {
            case StepStartedEvent started:
                step.Start(started, _resumedAs);
                break;
            case StepWaitingEvent { Signal: not null }:
                step.WaitsSince ??= happened.Time;
                break;
            case StepTimeoutEvent reached:
                step.Stop(reached);
                break;
            case StepRetryEvent retry:
                step.Retry(retry);
                break;
            case StepFallbackEvent began:
                step.FallBack(began);
                _begun.Add($"{step.Place}/{PlanShape.Fallback}");
                break;
            case CompensationStartedEvent:
                step.Compensation = new(CompensationStatus.Running);
                _begun.Add($"{step.Place}/{PlanShape.Compensation}");
                break;
            case CompensationSucceededEvent:
                step.Compensation = new(CompensationStatus.Succeeded);
                break;
            case CompensationFailedEvent failed:
                step.Compensation = new(CompensationStatus.Failed, failed.Error);
                break;
            case StepSucceededEvent or StepFailedEvent or StepSkippedEvent or StepCancelledEvent:
                step.EndBy(happened, _resumedAs);
                break;
        }
    }

    // A member may have been cancelled by name before anything is told of its group.
    private StepRecord At(StepEvent happened)
    {
        var step = At(happened.StepPath);
        if (happened.Parent is { } parent)
            Note(step, At(parent));
        _begun.Add(step.Place);
        return step;
    }

    private StepRecord At(string path)
    {
        if (!_steps.TryGetValue(path, out var step))
            _steps.Add(path, step = new(path));
        return step;
    }
}
