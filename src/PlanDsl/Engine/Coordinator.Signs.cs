namespace PlanDsl;

/// <content>Signs of life that bodies give while they execute.</content>
internal abstract partial class Coordinator
{
    public void TellProgress(int step, int attempt, double fraction, string? message)
    {
        var now = Now();
        lock (_gate)
        {
            if (IsExecuting(step, attempt) && NextOfStep() is { } hub)
                Publish(hub, EventProjection.OfProgress(step, _steps, Position(isReplayed: false), Advance(now), fraction, message));
        }
    }

    public void TellHeartbeat(int step, int attempt)
    {
        var now = Now();
        lock (_gate)
        {
            if (IsExecuting(step, attempt) && NextOfStep() is { } hub)
                Publish(hub, EventProjection.OfHeartbeat(step, _steps, Position(isReplayed: false), Advance(now)));
        }
    }

    private bool IsExecuting(int step, int attempt) =>
        _steps.StatusOf(step) is StepStatus.Running && _steps.AttemptsOf(step) == attempt;

    /// <summary>Counts an event, and says who is to be given it.</summary>
    private EventHub? NextOfStep()
    {
        _sequence++;
        return _hub;
    }
}
