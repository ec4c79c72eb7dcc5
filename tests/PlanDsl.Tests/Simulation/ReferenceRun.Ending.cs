namespace PlanDsl.Tests;

/// <content>What ends a run, or a part of it, before its time; and what is undone then.</content>
internal sealed partial class ReferenceRun
{
    private static readonly TimeSpan TimeoutOfCompensation = TimeSpan.FromSeconds(30);

    // What may have to be undone, in the order in which its bodies returned; and what is to be, though the run goes on.
    private readonly List<ReferenceUnit> _returned = [];
    private readonly List<ReferenceUnit> _toUndo = [];

    // What becomes of a run is decided when its last step has ended, even if there is something left to undo.
    private bool MayBeDrained => _verdict is null && !_steps.All(static step => step.HasEnded);

    private void Cancel()
    {
        if (MayBeDrained)
            Drain(_firstCritical is { } step ? FailedBy(step) : "Cancelled");
    }

    private void CancelStep(ReferenceUnit step)
    {
        if (step.HasEnded || step.IsStopped)
            return;
        step.IsCancelledByName = true;
        Stop([step]);
    }

    /// <summary>From now on nothing starts but what is declared to run then.</summary>
    private void Drain(string verdict)
    {
        _verdict = verdict;
        Stop(TopLevel.Where(static step => step.Plan.RunWhen is RunWhen.Success));
    }

    /// <summary>Ends what does not execute, and asks what does to stop.</summary>
    private void Stop(IEnumerable<ReferenceUnit> units)
    {
        foreach (var unit in units.Where(static unit => !unit.HasEnded).ToList())
        {
            unit.IsStopped = true;
            if (unit.IsExecuting)
            {
                CancelBody(unit);
            }
            else if (unit.Children.Any(static child => !child.HasEnded) && unit.Status is not StepStatus.Pending)
            {
                Stop(unit.Children);
            }
            else
            {
                foreach (var child in unit.Children.Where(static child => !child.HasEnded))
                {
                    child.Status = StepStatus.Cancelled;
                    _ready.Remove(child);
                }

                End(unit, StepStatus.Cancelled);
            }
        }
    }

    /// <summary>Undoes what was done, last first, one at a time.</summary>
    private void Compensate()
    {
        foreach (var unit in Enumerable.Reverse(_returned))
            _now += Undo(unit);
    }

    /// <summary>Has undone at once what a loser has done, be it element by element.</summary>
    private void UndoLoser(ReferenceUnit loser)
    {
        var lost = _returned.FindAll(unit => unit.Step == loser);
        _returned.RemoveAll(lost.Contains);
        lost.Reverse();
        _toUndo.AddRange(lost);
    }

    /// <summary>What may be undone now: one at a time, whatever else goes on.</summary>
    private IEnumerable<ReferenceUnit> NextToUndo() => _steps.Any(static step => step.All.Any(static unit => unit.IsCompensating)) ? [] : _toUndo.Take(1);

    private void UndoNext(ReferenceUnit unit)
    {
        _toUndo.Remove(unit);
        var duration = Undo(unit);
        if (duration == TimeSpan.Zero)
            return;
        unit.IsCompensating = true;
        Set(duration, unit, OccurrenceKind.IsUndone);
    }

    /// <summary>Undoes what a unit has done; how long that takes.</summary>
    private TimeSpan Undo(ReferenceUnit unit)
    {
        Note($"{unit.Path}~");
        var (duration, ending) = unit.Plan.Compensation!;
        unit.Compensation = ending is Ending.Returns ? CompensationStatus.Succeeded : CompensationStatus.Failed;
        var longest = TimeoutOfCompensation + (unit.Plan.StopsAfter ?? SimulatedPlan.Grace);
        if (duration <= longest)
            return duration;
        unit.Compensation = CompensationStatus.Failed;
        return longest;
    }
}
