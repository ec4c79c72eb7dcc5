namespace PlanDsl;

/// <content>Signs of life that bodies give while they execute.</content>
internal abstract partial class Coordinator
{
    public void TellProgress(GovernedStep unit, int attempt, double fraction, string? message)
    {
        var now = Now();
        if (message is not null && Secrets is { } secrets)
            message = secrets.Masked(message);
        lock (_gate)
        {
            if (IsExecuting(unit, attempt) && NextOfStep() is { } hub)
                Publish(hub, EventProjection.OfProgress(unit.Entry, unit.Steps, Position(isReplayed: false), Advance(now), attempt, fraction, message));
        }

        _watch?.Tell();
    }

    public void TellHeartbeat(GovernedStep unit, int attempt)
    {
        var now = Now();
        lock (_gate)
        {
            if (IsExecuting(unit, attempt) && NextOfStep() is { } hub)
                Publish(hub, EventProjection.OfHeartbeat(unit.Entry, unit.Steps, Position(isReplayed: false), Advance(now), attempt));
        }

        _watch?.Tell();
    }

    private static bool IsExecuting(GovernedStep unit, int attempt) =>
        (unit.Status is StepStatus.Running || unit.IsAwaitingSignal) && unit.IsExecuting(attempt);

    /// <summary>Counts an event, and says who is to be given it.</summary>
    private EventHub? NextOfStep()
    {
        _root._sequence++;
        return _root._hub;
    }
}
