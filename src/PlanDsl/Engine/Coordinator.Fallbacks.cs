namespace PlanDsl;

/// <content>Fallbacks: bodies that execute in the slot of the last attempt, or in one of their own where no attempt had one.</content>
internal abstract partial class Coordinator
{
    /// <summary>Brings a step to its fallback; <see langword="false"/> if nothing more is to be called for it. A plan that was underway there is
    /// called all the same, to be stopped.</summary>
    /// <param name="unit">The step, none of whose attempts has succeeded.</param>
    /// <param name="isRecorded">Whether that had been told before the run was resumed.</param>
    /// <param name="error">What the last of them has failed with.</param>
    /// <param name="hasSlot">Whether the fallback may be called at once, and has no slot to wait for.</param>
    public bool TryFallBack(GovernedStep unit, bool isRecorded, StepError error, out bool hasSlot)
    {
        var now = Now();
        lock (_gate)
        {
            var isStopped = IsCalledOff(unit);
            hasSlot = unit is { HoldsSlot: true, IsCounted: true };
            if ((isStopped && !unit.IsFallbackInterrupted) || unit.Status is not (StepStatus.Running or StepStatus.Waiting))
                return false;

            // A sub-plan may have had a place in a line, where its steps were what was counted.
            if (!hasSlot)
                GiveBack(unit);
            unit.IsAtFallback = true;

            // A plan that is taken up only to be stopped executes nothing.
            hasSlot |= isStopped;
            if (!isRecorded && NextOfStep() is { } hub)
                Publish(hub, EventProjection.OfFallback(unit.Entry, unit.Steps, Position(isReplayed: false), Advance(now), error));
        }

        _watch?.Tell();
        return true;
    }
}
