namespace PlanDsl.Tests;

/// <summary>The state of a run as its events alone give it; it insists that they make sense.</summary>
internal sealed class FoldedRun
{
    private readonly Dictionary<string, StepStatus> _steps = new(StringComparer.Ordinal);

    public RunStatus Status { get; private set; } = RunStatus.Pending;

    public StepStatus StatusOf(string step) => _steps.GetValueOrDefault(step);

    public static FoldedRun Of(IEnumerable<PlanEvent> events)
    {
        var run = new FoldedRun();
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
            case RunCompletedEvent completed:
                Status = completed.Status;
                break;
            case StepStartedEvent step:
                Enter(step, StepStatus.Pending, StepStatus.Running);
                break;
            case StepSucceededEvent step:
                Enter(step, StepStatus.Running, StepStatus.Succeeded);
                break;
            case StepFailedEvent step:
                Enter(step, StepStatus.Running, StepStatus.Failed);
                break;
            case StepSkippedEvent step:
                Enter(step, StepStatus.Pending, StepStatus.Skipped);
                break;
            case StepCancelledEvent step:
                Enter(step, step.Attempt == 0 ? StepStatus.Pending : StepStatus.Running, StepStatus.Cancelled);
                break;
        }
    }

    private void Enter(StepEvent step, StepStatus from, StepStatus to)
    {
        Assert.Equal(from, StatusOf(step.StepPath));
        _steps[step.StepPath] = to;
    }
}
