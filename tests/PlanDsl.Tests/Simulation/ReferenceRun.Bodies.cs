namespace PlanDsl.Tests;

/// <content>Bodies: attempts, what follows them, and how a unit ends.</content>
internal sealed partial class ReferenceRun
{
    private void Attempt(ReferenceUnit unit)
    {
        unit.Attempts++;
        for (var around = unit.Parent; around is { Status: StepStatus.Pending }; around = around.Parent)
            around.Status = StepStatus.Running;
        Note($"{unit.Path}:{unit.Attempts}");
        Call(unit, unit.Plan.Attempt(unit.Attempts, unit.Element, unit.Iteration));
    }

    private void Call(ReferenceUnit unit, SimulatedAttempt attempt)
    {
        unit.Status = StepStatus.Running;
        unit.Calls++;
        unit.IsExecuting = true;
        unit.IsCancelled = unit.IsLate = false;
        _mostAtOnce = Math.Max(_mostAtOnce, Executing(_steps));
        SetBounds(unit);
        if (attempt.Duration == TimeSpan.Zero)
            EndBody(unit, attempt.Ending);
        else
            Set(attempt.Duration, unit, OccurrenceKind.BodyEnds, attempt.Ending);
    }

    private void EndBody(ReferenceUnit unit, Ending ending)
    {
        unit.IsExecuting = false;
        var isStopped = ending is Ending.ThrowsCanceled && unit.IsCancelled;
        var kind = isStopped ? FailureKind.Timeout : FailureKind.Exception;
        if (ending is Ending.Returns)
            Succeed(unit);
        else if (isStopped && !unit.IsLate)
            End(unit, StepStatus.Cancelled);
        else if (unit.IsFallingBack)
            Fail(unit, unit.Failure!.Value);
        else if (MayGoOn(unit) && unit.Attempts <= (unit.Plan.Governed?.Retries ?? 0))
            Wait(unit);
        else
            FailWork(unit, kind);
    }

    /// <summary>Whether anything more is to be called for a unit.</summary>
    private static bool MayGoOn(ReferenceUnit unit) => !unit.IsStopped && !unit.Step.IsTotalLate;

    private void Wait(ReferenceUnit unit)
    {
        unit.Status = StepStatus.Waiting;
        if (unit.Plan.Governed!.RetryDelay is { } delay)
            Set(delay, unit, OccurrenceKind.DelayIsOver);
        else
            _ready.Add(unit);
    }

    /// <summary>Ends an iteration, or else brings the fallback in, if there is one.</summary>
    private void FailWork(ReferenceUnit unit, FailureKind kind, string? at = null)
    {
        unit.FailedAt = at ?? unit.Path;
        if (unit.Iteration > 0 || unit.Plan.Fallback is null || !MayGoOn(unit))
        {
            Fail(unit, kind);
            return;
        }

        unit.IsFallingBack = true;
        unit.Failure = kind;
        if (unit.HasBody)
        {
            // In the slot of the last attempt.
            FallBack(unit);
            return;
        }

        unit.Status = StepStatus.Waiting;
        _ready.Add(unit);
    }

    private void FallBack(ReferenceUnit unit)
    {
        Note($"{unit.Path}!");
        Call(unit, unit.Plan.Fallback!);
    }

    private void Fail(ReferenceUnit unit, FailureKind kind)
    {
        unit.Failure = kind;
        End(unit, StepStatus.Failed);
    }

    private void Succeed(ReferenceUnit unit)
    {
        if (unit is { Iteration: 0, IsFallingBack: false, IsFanOut: false, Plan.Compensation: not null })
            _returned.Add(unit);
        End(unit, IsLoser(unit) ? StepStatus.Cancelled : StepStatus.Succeeded);
    }

    /// <summary>Whether it is a member of a group on which the verdict is in.</summary>
    private static bool IsLoser(ReferenceUnit unit) => unit is { IsStep: true, Parent.HasEnded: true };

    private void End(ReferenceUnit unit, StepStatus status)
    {
        unit.Status = status;
        unit.EndedAs = _order++;
        _ready.Remove(unit);
        if (unit is { IsStep: true, IsCancelledByName: true, Status: StepStatus.Cancelled })
            (unit.Failure, unit.FailedAt) = (FailureKind.Cancelled, unit.Path);
        if (unit.Status is StepStatus.Cancelled && IsLoser(unit))
            UndoLoser(unit);
        if (unit.IsGroup)
            CancelMembers(unit);
        if (unit.Iteration > 0)
            EndIteration(unit);
        else if (unit.Element is not null)
            EndElement(unit);
        else if (unit.Parent is { } group)
            EndMember(group);
        else
            EndStep(unit);
    }

    // Of a group that has not come to open them.
    private static void CancelMembers(ReferenceUnit group)
    {
        foreach (var member in group.Children.Where(static member => !member.HasEnded))
            member.Status = StepStatus.Cancelled;
    }

    private void EndStep(ReferenceUnit step)
    {
        if (_verdict is null && step.HasFailed)
        {
            if (Aborts(step))
                Drain(FailedBy(step));
            else if (IsCritical(step))
                _firstCritical ??= step;
        }

        FindJoined();
    }

    private static bool IsCritical(ReferenceUnit step) => step.Plan.Critical ?? step.Plan.Policy is not FailurePolicy.Continue;

    private static bool Aborts(ReferenceUnit step) => step.Plan.Policy is FailurePolicy.Abort && IsCritical(step);
}
