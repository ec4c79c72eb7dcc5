using System.Diagnostics;

namespace PlanDsl;

/// <summary>The metrics of one run, read off its events. Called by one thread at a time.</summary>
/// <param name="plan">The plan.</param>
internal sealed class RunMetrics(PlanTable plan)
{
    private readonly ReadySteps _ready = new(plan);

    // Steps that have started and not ended, and when they did; whether they run or wait.
    private readonly Dictionary<string, DateTimeOffset> _startedAt = new(StringComparer.Ordinal);
    private readonly HashSet<string> _running = new(StringComparer.Ordinal);
    private DateTimeOffset _createdAt;

    /// <summary>The metrics of a run; <see langword="null"/> if nobody listens.</summary>
    public static RunMetrics? TryCreate(PlanTable plan) => PlanInstruments.AreEnabled ? new(plan) : null;

    public void OnNext(PlanEvent happened)
    {
        switch (happened)
        {
            case RunCreatedEvent:
                _createdAt = happened.Time;
                break;
            case RunStartedEvent:
                _ready.Start(happened.Time);
                PlanInstruments.ActiveRuns.Add(1, new TagList { { TagNames.PlanId, plan.PlanId } });
                break;
            case RunCompletedEvent completed:
                Complete(completed);
                break;
            case StepStartedEvent step:
                Start(step);
                break;
            case StepWaitingEvent step:
                Leave(step.StepPath);
                break;
            case SignalReceivedEvent { StepPath: { } path }:
                Enter(path);
                break;
            case StepRetryEvent step:
                _ready.SetReady(step.StepPath, step.Time + step.Delay);
                PlanInstruments.StepRetries.Add(1, TagsOf(step.StepPath));
                break;
            case StepEvent step when EventStatus.AfterEnd(step) is { } status:
                End(step, status, (step as StepFailedEvent)?.Error);
                break;
        }
    }

    private void Complete(RunCompletedEvent completed)
    {
        PlanInstruments.ActiveRuns.Add(-1, new TagList { { TagNames.PlanId, plan.PlanId } });
        var tags = new TagList { { TagNames.PlanId, plan.PlanId }, { TagNames.RunStatus, StatusNames.Of(completed.Status) } };
        if (completed.Error is { } error)
            tags.Add(TagNames.ErrorType, StatusNames.ErrorType(error));
        PlanInstruments.RunDuration.Record((completed.Time - _createdAt).TotalSeconds, tags);
    }

    private void Start(StepStartedEvent step)
    {
        _startedAt.TryAdd(step.StepPath, step.Time);
        Enter(step.StepPath);
        if (_ready.TryTake(step.StepPath, out var since) && step.Time >= since)
            PlanInstruments.StepQueueTime.Record((step.Time - since).TotalSeconds, TagsOf(step.StepPath));
        _ready.Start(step.StepPath, step.Time);
    }

    private void Enter(string path)
    {
        if (_running.Add(path))
            PlanInstruments.ActiveSteps.Add(1, TagsOf(path));
    }

    private void Leave(string path)
    {
        if (_running.Remove(path))
            PlanInstruments.ActiveSteps.Add(-1, TagsOf(path));
    }

    private void End(StepEvent step, StepStatus status, StepError? error)
    {
        Leave(step.StepPath);
        _ready.End(step.StepPath, step.Time);
        var tags = TagsOf(step.StepPath);
        tags.Add(TagNames.StepStatus, StatusNames.Of(status));
        if (error is not null)
            tags.Add(TagNames.ErrorType, StatusNames.ErrorType(error));
        PlanInstruments.Steps.Add(1, tags);
        if (_startedAt.Remove(step.StepPath, out var startedAt))
            PlanInstruments.StepDuration.Record((step.Time - startedAt).TotalSeconds, tags);
    }

    private TagList TagsOf(string path) => new() { { TagNames.PlanId, plan.PlanId }, { TagNames.StepId, DeclaredPath.Of(path) } };
}
