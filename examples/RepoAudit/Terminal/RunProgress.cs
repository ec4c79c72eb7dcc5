using PlanDsl;

namespace RepoAudit;

/// <summary>Tells a run as it goes: a line for every step that has ended and, on a live terminal, one that names those
/// that are running.</summary>
internal sealed class RunProgress(TextWriter output, Style style, int stepCount) : IObserver<PlanEvent>
{
    private readonly List<StepStartedEvent> _running = [];
    private readonly TaskCompletionSource _finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _ended;

    /// <summary>Ends when the last event has been told.</summary>
    public Task Finished => _finished.Task;

    public void OnNext(PlanEvent value)
    {
        switch (value)
        {
            case StepStartedEvent step:
                _running.Add(step);
                break;
            case StepSucceededEvent step:
                Tell(step, style.Good("succeeded"));
                break;
            case StepFailedEvent step:
                Tell(step, style.Warning("failed   "), step.Error.Message);
                break;
            case StepSkippedEvent step:
                Tell(step, style.Quiet("skipped  "));
                break;
            case StepCancelledEvent { Attempt: > 0 } step:
                Tell(step, style.Quiet("cancelled"));
                break;
        }

        style.ShowBelow(output, string.Join(", ", _running.Select(step => step.StepPath)));
    }

    public void OnError(Exception error) => _finished.TrySetResult();

    public void OnCompleted() => _finished.TrySetResult();

    private void Tell(StepEvent step, string how, string? why = null)
    {
        var started = _running.Find(candidate => candidate.StepPath == step.StepPath);
        var took = started is null ? "" : Quantity.Of(step.Time - started.Time);
        _running.RemoveAll(candidate => candidate.StepPath == step.StepPath);
        style.WriteLine(output, $"{++_ended,3}/{stepCount} {how} {step.StepPath,-16} {took,9}{(why is null ? "" : $"  {why}")}");
    }
}
