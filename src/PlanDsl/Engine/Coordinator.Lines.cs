using PlanDsl.Model;

namespace PlanDsl;

/// <content>Lines within the line: of the parts of a step, for which the step itself stands in line, once.</content>
internal abstract partial class Coordinator
{
    /// <summary>Puts a step, or a part of one, in line for its start or for the next of its attempts.</summary>
    private void Stand(GovernedStep unit)
    {
        if (unit.IsPart || (!TryJoin(unit) && (unit.IsAtFallback || (unit.Line is null ? HoldsSlot(unit.Step) : TakesPlace(unit.Step)))))
            Join(unit);
        else
            _readyFree.Append(unit.Step);
    }

    /// <summary>Puts a part in the line of its step, or a step in that of the plan.</summary>
    private void Join(GovernedStep unit)
    {
        if (unit.Line is not { } line)
        {
            _ready.Append(unit.Step);
            return;
        }

        line.Line.Enqueue(unit);
        StandFor(line);
    }

    private void StandFor(StepParts line)
    {
        if (line.IsQueued || !line.WantsSlot)
            return;
        line.IsQueued = true;
        Join(line.Whole);
    }

    /// <summary>Takes the step that is first in line out of it, and gives it its slot if it needs one; or a part for which it
    /// stands there. <see langword="false"/> if none of these wants to execute any more.</summary>
    private bool TryTake(int step, bool isFree, out GovernedStep? unit)
    {
        unit = _plan.Has(step, StepTraits.Governed) ? _governed![step] : null;
        if (isFree)
        {
            _readyFree.RemoveFirst();
            _running++;
            return true;
        }

        _ready.RemoveFirst();
        if (unit is { Parts.IsQueued: true } whole && (unit = Grant(whole)) is null)
            return false;
        if (unit is not { IsAtFallback: true, Status: StepStatus.Running })
            _running++;
        TakeSlot(unit);
        return true;
    }

    /// <summary>Gives a slot to who is first among those for whom a step stands in line, or to the step itself; to nobody if none
    /// of them wants it any more.</summary>
    private GovernedStep? Grant(GovernedStep first)
    {
        if (first.Parts is not { IsQueued: true } line)
            return WantsSlot(first) ? first : null;

        line.IsQueued = false;
        GovernedStep? granted = null;
        while (granted is null && line.WantsSlot)
            granted = Grant(line.Line.Dequeue());
        if (granted is not null)
            line.Executing++;

        // Behind the others again.
        StandFor(line);
        return granted;
    }

    // For another attempt, or for the fallback of what held no slot before.
    private static bool WaitsForTurn(GovernedStep unit) =>
        unit.Status is StepStatus.Waiting || unit is { IsAtFallback: true, HoldsSlot: false, Status: StepStatus.Running };

    // It may have been cancelled where it stands.
    private static bool WantsSlot(GovernedStep unit) =>
        unit.IsQueued && (unit.Entry < 0 || unit.Status is StepStatus.Pending || WaitsForTurn(unit));

    /// <summary>Counts a body that has returned, or waits.</summary>
    private void Leave(GovernedStep unit)
    {
        _running--;
        LeaveQueue(unit);
        GiveBack(unit);
    }

    /// <summary>Gives the slot of a body back, if it has one.</summary>
    private void GiveBack(GovernedStep unit)
    {
        if (!unit.HoldsSlot)
            return;
        LeaveSlot(unit);
        for (var line = unit.Line; line is not null; line = line.Whole.Line)
        {
            line.Executing--;
            StandFor(line);
        }
    }

    /// <summary>Takes a step, or a part of one, out of the line in which it stands.</summary>
    private void LeaveQueue(GovernedStep unit)
    {
        if (!unit.IsQueued)
            return;
        unit.IsQueued = false;
        if (unit.Line is not null)
            return;
        if (unit.IsAtFallback && !IsSharing(unit.Step))
            _ready.TryRemove(unit.Step);
        else
            RemoveReady(unit.Step);
    }

    /// <summary>Sends away all who are in the line of a step.</summary>
    private void LeaveLine(StepParts line)
    {
        foreach (var unit in line.Line)
        {
            unit.IsQueued = false;
            if ((unit.Entry < 0 || unit is { IsPart: true, Status: StepStatus.Pending }) && --unit.Whole!.Parts!.Live == 0)
                Move(unit.Whole.Parts);
        }

        line.Line.Clear();
        if (!line.IsQueued)
            return;
        line.IsQueued = false;
        if (line.Whole.Line is null)
            _ready.TryRemove(line.Whole.Step);
    }
}
