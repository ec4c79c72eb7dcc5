namespace PlanDsl.Tests;

/// <summary>The state of a run as its events alone give it; it insists that they make sense.</summary>
internal sealed class FoldedRun
{
    private readonly Dictionary<string, StepStatus> _steps = new(StringComparer.Ordinal);

    private readonly Dictionary<string, HashSet<string>> _children = new(StringComparer.Ordinal);

    private readonly HashSet<string> _interrupted = new(StringComparer.Ordinal);

    private readonly Dictionary<string, int> _attempts = new(StringComparer.Ordinal);

    private readonly Dictionary<string, CompensationStatus> _compensations = new(StringComparer.Ordinal);

    // What a step failed with, or had failed with before its fallback succeeded.
    private readonly Dictionary<string, StepError?> _errors = new(StringComparer.Ordinal);

    public RunStatus Status { get; private set; } = RunStatus.Pending;

    private bool IsHedged { get; init; }

    public StepStatus StatusOf(string step) => _steps.GetValueOrDefault(step);

    /// <summary>The paths of what belongs to a step, or to the plan itself.</summary>
    public IEnumerable<string> ChildrenOf(string? path) => _children.GetValueOrDefault(path ?? "") ?? [];

    public int AttemptsOf(string step) => _attempts.GetValueOrDefault(step);

    /// <summary>What its last end tells: the error of a failure, or what a fallback has replaced.</summary>
    public StepError? ErrorOf(string step) => _errors.GetValueOrDefault(step);

    public CompensationStatus? CompensationOf(string step) => _compensations.TryGetValue(step, out var status) ? status : null;

    /// <summary>Folds the events of a run.</summary>
    /// <param name="events">The events, all from the first.</param>
    /// <param name="isHedged">Whether attempts of a step overlap, so that more may be told of one after the next has started.</param>
    public static FoldedRun Of(IEnumerable<PlanEvent> events, bool isHedged = false)
    {
        var run = new FoldedRun { IsHedged = isHedged };
        foreach (var happened in events)
            run.Apply(happened);
        return run;
    }

    private void Apply(PlanEvent happened)
    {
        switch (happened)
        {
            case RunStartedEvent:
                Status = RunStatus.Running;
                break;
            case RunResumedEvent:
                Interrupt();
                break;
            case RunCompletedEvent completed:
                Status = completed.Status;
                break;
            case StepStartedEvent step:
                Enter(step, StartedFrom(step), StepStatus.Running);
                _attempts[step.StepPath] = step.Attempt;
                break;
            case StepWaitingEvent step:
                Enter(step, StepStatus.Running, StepStatus.Waiting);
                break;
            case StepSucceededEvent step:
                Enter(step, StepStatus.Running, step.Partial ? StepStatus.Partial : StepStatus.Succeeded);
                _errors[step.StepPath] = step.ReplacedError;
                break;
            case StepFailedEvent step:
                Enter(step, step.Attempt == 0 || IsInterrupted(step) ? StepStatus.Pending : StatusOf(step.StepPath) is StepStatus.Waiting ? StepStatus.Waiting : StepStatus.Running, step.Partial ? StepStatus.Partial : StepStatus.Failed);
                _errors[step.StepPath] = step.Error;
                break;
            case StepSkippedEvent step:
                Enter(step, StepStatus.Pending, StepStatus.Skipped);
                break;
            case StepCancelledEvent step:
                Enter(step, step.Attempt == 0 ? StepStatus.Pending : StatusOf(step.StepPath), StepStatus.Cancelled);
                break;
            case CompensationStartedEvent step:
                Assert.True(_compensations.TryAdd(step.StepPath, CompensationStatus.Running));
                break;
            case CompensationSucceededEvent step:
                EndCompensation(step, CompensationStatus.Succeeded);
                break;
            case CompensationFailedEvent step:
                EndCompensation(step, CompensationStatus.Failed);
                break;
            case SignalReceivedEvent { StepPath: { } receiver }:
                Assert.Equal(StepStatus.Waiting, StatusOf(receiver));
                _steps[receiver] = StepStatus.Running;
                break;
            case StepRetryEvent or StepFallbackEvent or StepTimeoutEvent or StepProgressEvent or StepHeartbeatEvent:
                AssertInForce((StepEvent)happened);

                // A wait for a signal is over with its time.
                if (happened is StepTimeoutEvent { IsTotal: false, StepPath: var late })
                    _steps[late] = StepStatus.Running;

                // The steps of a sub-plan that is tried again are run anew.
                if (happened is StepRetryEvent { StepPath: var path })
                {
                    foreach (var child in _steps.Keys.Where(child => child.StartsWith(path + '/', StringComparison.Ordinal)))
                        _steps[child] = StepStatus.Pending;
                }

                break;
        }
    }

    private bool IsInterrupted(StepEvent step) => _interrupted.Contains(step.StepPath) && StatusOf(step.StepPath) is StepStatus.Pending;

    // What had not ended starts again, or is cancelled as if it had not begun.
    private void Interrupt()
    {
        foreach (var path in _steps.Keys.Where(path => StatusOf(path) is StepStatus.Running or StepStatus.Waiting))
        {
            _steps[path] = StepStatus.Pending;
            _interrupted.Add(path);
        }

        foreach (var path in _compensations.Keys.Where(path => _compensations[path] is CompensationStatus.Running))
            _compensations.Remove(path);
    }

    // A later attempt follows a wait, or the end of the attempt before inside a pipeline; a snapshot tells only of the last.
    private StepStatus StartedFrom(StepStartedEvent step) =>
        step.Replayed || step.Attempt == 1 || StatusOf(step.StepPath) is StepStatus.Pending ? StepStatus.Pending
        : StatusOf(step.StepPath) is StepStatus.Waiting ? StepStatus.Waiting
        : StepStatus.Running;

    private void EndCompensation(StepEvent step, CompensationStatus status)
    {
        Assert.Equal(CompensationStatus.Running, CompensationOf(step.StepPath));
        _compensations[step.StepPath] = status;
    }

    private void AssertInForce(StepEvent step)
    {
        Assert.True(StatusOf(step.StepPath) is StepStatus.Running or StepStatus.Waiting);
        Assert.InRange(step.Attempt, IsHedged ? 1 : AttemptsOf(step.StepPath), AttemptsOf(step.StepPath));
    }

    private void Enter(StepEvent step, StepStatus from, StepStatus to)
    {
        Assert.Equal(from, StatusOf(step.StepPath));
        _steps[step.StepPath] = to;
        if (!_children.TryGetValue(step.Parent ?? "", out var siblings))
            _children[step.Parent ?? ""] = siblings = new(StringComparer.Ordinal);
        siblings.Add(step.StepPath);
    }
}
