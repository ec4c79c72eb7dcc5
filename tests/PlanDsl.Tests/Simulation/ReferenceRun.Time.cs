namespace PlanDsl.Tests;

/// <content>Bounds on time, and waits.</content>
internal sealed partial class ReferenceRun
{
    private static readonly TimeSpan TimeoutOfRunWhen = TimeSpan.FromSeconds(60);

    private void Happen(Occurrence occurrence)
    {
        var unit = occurrence.Unit;
        var isInForce = unit is not null && unit.Calls == occurrence.Call;
        switch (occurrence.Kind)
        {
            case OccurrenceKind.BodyEnds when isInForce:
                EndBody(unit!, occurrence.Ending);
                break;
            case OccurrenceKind.GraceIsOver when isInForce && unit!.IsExecuting:
                Abandon(unit);
                break;
            case OccurrenceKind.AttemptTimesOut when isInForce && unit is { IsExecuting: true, IsCancelled: false }:
                CancelBody(unit);
                unit.IsLate = true;
                break;
            case OccurrenceKind.StepTimesOut when !unit!.IsStopped && !unit.HasEnded:
                ReachTotal(unit);
                break;
            case OccurrenceKind.DelayIsOver when isInForce && unit!.Status is StepStatus.Waiting:
                _ready.Add(unit);
                break;
            case OccurrenceKind.IsUndone:
                unit!.IsCompensating = false;
                break;
            case OccurrenceKind.StepIsCancelled:
                CancelStep(unit!);
                break;
            case OccurrenceKind.RunIsCancelled:
                Cancel();
                break;
            case OccurrenceKind.RunTimesOut when MayBeDrained:
                Drain("Failed  Timeout");
                break;
        }
    }

    /// <summary>What is left of the time of that which surrounds a unit.</summary>
    private TimeSpan TimeLeft(ReferenceUnit unit)
    {
        var outermost = unit.Step.Parent ?? unit.Step;
        var left = outermost.Plan.RunWhen is RunWhen.Success ? _plan.Timeout - _now ?? TimeSpan.MaxValue : TimeSpan.MaxValue;
        return outermost.IsGroup && outermost.TotalDue - _now < left ? outermost.TotalDue!.Value - _now : left;
    }

    /// <summary>Sets the bounds of an attempt, unless one around it leaves no more time.</summary>
    private void SetBounds(ReferenceUnit unit)
    {
        var step = unit.Step;
        var policy = unit.Plan.Governed;
        var left = TimeLeft(unit);
        if (step is { HasBody: true, Calls: 1 })
            SetTotal(step);
        if (step.TotalDue - _now < left)
            left = step.TotalDue!.Value - _now;
        var timeout = policy?.Timeout ?? (step.Plan.RunWhen is RunWhen.Success ? null : TimeoutOfRunWhen);
        if (timeout < left)
            Set(timeout.Value, unit, OccurrenceKind.AttemptTimesOut);
    }

    /// <summary>Sets the bound of a step that starts, unless what is around it leaves no more time.</summary>
    private void SetTotal(ReferenceUnit step)
    {
        if (step.Plan.Governed?.TotalTimeout is not { } total || total >= TimeLeft(step))
            return;
        step.TotalDue = _now + total;
        Set(total, step, OccurrenceKind.StepTimesOut);
    }

    private void ReachTotal(ReferenceUnit step)
    {
        step.IsTotalLate = true;
        if (step.IsGroup)
        {
            step.FailedAt = step.Path;
            Judge(step, StepStatus.Failed, FailureKind.Timeout);
        }
        else if (step.Status is StepStatus.Waiting)
        {
            step.FailedAt = step.Path;
            Fail(step, FailureKind.Timeout);
        }
        else if (step.Children.Count > 0 && !step.IsExecuting)
        {
            Stop(step.Children);
        }
        else
        {
            step.IsLate = true;
            CancelBody(step);
        }
    }

    /// <summary>Cancels the token of an attempt; its body may stop earlier for it than it would have ended.</summary>
    private void CancelBody(ReferenceUnit unit)
    {
        if (unit.IsCancelled)
            return;
        unit.IsCancelled = true;
        if (unit.Plan.StopsAfter is not { } stopsAfter)
        {
            Set(SimulatedPlan.Grace, unit, OccurrenceKind.GraceIsOver);
            return;
        }

        var natural = _due.Single(due => due.Unit == unit && due.Kind is OccurrenceKind.BodyEnds && due.Call == unit.Calls);
        if (natural.Due <= _now + stopsAfter)
            return;
        _due.Remove(natural);
        Set(stopsAfter, unit, OccurrenceKind.BodyEnds, Ending.ThrowsCanceled);
    }

    /// <summary>Goes on without a body that does not stop.</summary>
    private void Abandon(ReferenceUnit unit)
    {
        unit.IsAbandoned = true;
        unit.IsExecuting = false;
        unit.Calls++;
        if (unit.IsLate)
            Fail(unit, FailureKind.Timeout);
        else
            End(unit, StepStatus.Cancelled);
    }
}
