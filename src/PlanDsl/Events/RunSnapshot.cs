namespace PlanDsl;

/// <summary>A run at one moment, told to a late subscriber as the events that would have led there.</summary>
/// <param name="position">The moment.</param>
/// <param name="steps">How each step stands; not written any more.</param>
/// <param name="isCancelRequested">Whether the run was asked to cancel.</param>
/// <param name="openedAt">When the run began, if somebody was observing it then.</param>
/// <param name="now">The time of what nobody was observing when it happened.</param>
internal sealed class RunSnapshot(RunPosition position, StepTable steps, bool isCancelRequested, DateTimeOffset openedAt, DateTimeOffset now)
{
    public IEnumerable<PlanEvent> Replay()
    {
        var opened = openedAt == default ? now : openedAt;
        yield return EventProjection.OfRun(RunMilestone.Created, position, opened);
        yield return EventProjection.OfRun(RunMilestone.Started, position, opened);
        if (isCancelRequested)
            yield return EventProjection.OfRun(RunMilestone.CancelRequested, position, now);

        for (var step = 0; step < steps.Count; step++)
        {
            var status = steps.StatusOf(step);
            if (steps.AttemptsOf(step) > 0)
                yield return EventProjection.OfStart(step, steps, position, steps.StartedAtOf(step) ?? now);
            if (status is not (StepStatus.Pending or StepStatus.Running))
                yield return EventProjection.OfStep(step, steps, position, steps.EndedAtOf(step) ?? now);
        }

        if (position.Status is not (RunStatus.Pending or RunStatus.Running))
            yield return EventProjection.OfRun(RunMilestone.Completed, position, now);
    }
}
