namespace PlanDsl;

/// <summary>Measures the steps of one run by its events.</summary>
internal sealed class StepClock
{
    private readonly Dictionary<string, DateTimeOffset> _startedAt = new(StringComparer.Ordinal);

    /// <summary>How long the step took that an event ends; <see langword="null"/> for other events.</summary>
    public StepDuration? Advance(PlanEvent happened)
    {
        if (happened is StepStartedEvent started)
            _startedAt.TryAdd(started.StepPath, started.Time);
        return happened is StepEvent step && EventStatus.AfterEnd(step) is { } status && _startedAt.Remove(step.StepPath, out var startedAt)
            ? new(step.StepPath, status, step.Time - startedAt)
            : null;
    }
}
