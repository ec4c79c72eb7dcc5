namespace PlanDsl.Tests;

/// <content>When steps become ready, and what is called of that which is.</content>
internal sealed partial class ReferenceRun
{
    private IEnumerable<ReferenceUnit> TopLevel => _steps.Where(static step => step.Parent is null);

    /// <summary>Looks at all pending steps, over and over until nothing changes, since a skipped step may skip others.</summary>
    private void FindJoined()
    {
        while (TopLevel.FirstOrDefault(MayJoin) is { } step)
        {
            step.IsJoined = true;
            var before = step.Plan.Predecessors.Select(predecessor => _steps[predecessor]).ToList();
            if (step.Plan.RunWhen is RunWhen.Success && before.Any(Skips))
                Skip(step, SkipCause.Dependency);
            else if (step.Plan.RunWhen is RunWhen.Failure && !before.Any(static predecessor => predecessor.HasFailed))
                Skip(step, SkipCause.Condition);
            else
                Join(step);
        }
    }

    private bool MayJoin(ReferenceUnit step) =>
        step is { Status: StepStatus.Pending, IsJoined: false }
        && (_verdict is null || step.Plan.RunWhen is not RunWhen.Success)
        && step.Plan.Predecessors.All(predecessor => _steps[predecessor].HasEnded);

    private static bool Skips(ReferenceUnit step) =>
        step is { Status: StepStatus.Skipped, SkipCause: SkipCause.Dependency }
        || (step.HasFailed && step.Plan.Policy is FailurePolicy.SkipDependents);

    private static void Skip(ReferenceUnit step, SkipCause cause)
    {
        step.Status = StepStatus.Skipped;
        step.SkipCause = cause;
        CancelMembers(step);
    }

    private void Join(ReferenceUnit step)
    {
        step.IsJoined = true;
        if (step.Plan.Condition is null)
        {
            Open(step);
            return;
        }

        step.IsUndecided = true;
        _ready.Add(step);
    }

    /// <summary>Makes a step ready. A group or loop starts without a slot.</summary>
    private void Open(ReferenceUnit step)
    {
        step.IsOpening = step.IsGroup || step.IsLoop;
        _ready.Add(step);
    }

    private void Start(ReferenceUnit step)
    {
        step.IsOpening = false;
        step.Status = StepStatus.Running;
        if (step.IsGroup)
        {
            OpenGroup(step);
            return;
        }

        SetTotal(step);
        OpenIteration(step);
    }

    /// <summary>Makes a step without elements, or an element, go on: with its first iteration, if it has some.</summary>
    private void OpenWork(ReferenceUnit work)
    {
        if (work.IsLoop)
            OpenIteration(work);
        else
            _ready.Add(work);
    }

    /// <summary>Calls what may be called now, in the order that the engine has chosen.</summary>
    private void CallReady()
    {
        while (_ready.Where(MayBeCalled).Concat(NextToUndo()).MinBy(unit => _choices.GetValueOrDefault(CallOf(unit), int.MaxValue)) is { } next)
        {
            _ready.Remove(next);
            if (next.HasEnded)
                UndoNext(next);
            else if (next.IsUndecided)
                Decide(next);
            else if (next.IsOpening)
                Start(next);
            else if (next.IsFallingBack)
                FallBack(next);
            else if (next.IsFanOut)
                OpenFanOut(next);
            else
                Attempt(next);
        }
    }

    private bool MayBeCalled(ReferenceUnit unit) => unit.IsUndecided || unit.IsOpening || unit.IsFanOut || HasSlot(unit);

    private static string CallOf(ReferenceUnit unit) =>
        unit.HasEnded ? $"{unit.Path}~" : unit.IsUndecided ? $"{unit.Path}?" : unit.IsOpening ? unit.Path : unit.IsFanOut ? $"{unit.Path}*" : unit.IsFallingBack ? $"{unit.Path}!" : $"{unit.Path}:{unit.Attempts + 1}";

    private bool HasSlot(ReferenceUnit unit)
    {
        if (Executing(_steps) >= (_plan.MaxParallel ?? int.MaxValue))
            return false;
        for (var around = unit.Parent; around is not null; around = around.Parent)
        {
            if (around.IsStep && Executing([around]) >= (around.Plan.MaxParallel ?? int.MaxValue))
                return false;
        }

        return true;
    }

    private static int Executing(IEnumerable<ReferenceUnit> units) =>
        units.SelectMany(static unit => unit.All).Distinct().Count(static unit => unit.IsExecuting);

    private void Decide(ReferenceUnit step)
    {
        Note(CallOf(step));
        step.IsUndecided = false;
        if (step.Plan.Condition is SimulatedCondition.Throws)
        {
            Fail(step, FailureKind.Condition);
        }
        else if (step.Plan.Condition is SimulatedCondition.HoldsNot)
        {
            Skip(step, SkipCause.Condition);
            if (step.Parent is { } group)
                EndMember(group);
            else
                FindJoined();
        }
        else
        {
            Open(step);
        }
    }
}
