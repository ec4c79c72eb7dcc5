namespace PlanDsl;

/// <summary>A run at one moment, told to a late subscriber as the events that would have led there.</summary>
/// <param name="position">The moment.</param>
/// <param name="reachedAt">When the run reached each milestone; <see langword="null"/> for those that it has not.</param>
/// <param name="steps">How each step stands; not written any more.</param>
/// <param name="now">The time of the moment.</param>
internal sealed class RunSnapshot(RunPosition position, DateTimeOffset?[] reachedAt, StepTable steps, DateTimeOffset now)
{
    // The time of what a step did while nobody was observing: no earlier than anything that somebody has seen.
    private readonly DateTimeOffset _unobserved = reachedAt[(int)RunMilestone.Completed] ?? now;

    public IEnumerable<PlanEvent> Replay()
    {
        for (var milestone = RunMilestone.Created; milestone < RunMilestone.Completed; milestone++)
        {
            if (reachedAt[(int)milestone] is { } time)
                yield return EventProjection.OfRun(milestone, position, time);
        }

        for (var step = 0; step < steps.Count; step++)
        {
            var endedAt = steps.EndedAtOf(step) ?? _unobserved;
            if (steps.AttemptsOf(step) > 0)
                yield return EventProjection.OfStart(step, steps, position, steps.StartedAtOf(step) ?? endedAt);
            if (steps.StatusOf(step) is not (StepStatus.Pending or StepStatus.Running))
                yield return EventProjection.OfStep(step, steps, position, endedAt);
        }

        if (reachedAt[(int)RunMilestone.Completed] is { } completedAt)
            yield return EventProjection.OfRun(RunMilestone.Completed, position, completedAt);
    }
}
