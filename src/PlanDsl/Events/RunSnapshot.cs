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

        foreach (var happened in Replay(steps, steps.Order))
            yield return happened;

        if (reachedAt[(int)RunMilestone.Completed] is { } completedAt)
            yield return EventProjection.OfRun(RunMilestone.Completed, position, completedAt);
    }

    private IEnumerable<PlanEvent> Replay(StepTable entries, IEnumerable<int> order)
    {
        foreach (var entry in order)
        {
            var endedAt = entries.EndedAtOf(entry) ?? _unobserved;
            if (entries.AttemptsOf(entry) > 0)
                yield return EventProjection.OfStart(entry, entries, position, entries.StartedAtOf(entry) ?? endedAt);
            foreach (var happened in Replay(entries, entries.MembersOf(entry)))
                yield return happened;
            if (entries.PartsOf(entry) is { } parts)
            {
                foreach (var happened in Replay(parts, parts.Order))
                    yield return happened;
            }

            if (entries.StatusOf(entry) is not (StepStatus.Pending or StepStatus.Running))
                yield return EventProjection.OfStep(entry, entries, position, endedAt);
            foreach (var undone in ReplayCompensation(entries, entry))
                yield return undone;
        }
    }

    private IEnumerable<PlanEvent> ReplayCompensation(StepTable entries, int entry)
    {
        if (entries.CompensationOf(entry) is not { } compensation)
            yield break;
        yield return EventProjection.OfCompensationStart(entry, entries, position, _unobserved);
        if (compensation.Status is not CompensationStatus.Running)
            yield return EventProjection.OfCompensation(entry, entries, position, _unobserved);
    }
}
