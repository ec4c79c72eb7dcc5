namespace PlanDsl.Tests;

/// <content>Groups, fan-outs and loops.</content>
internal sealed partial class ReferenceRun
{
    private void OpenGroup(ReferenceUnit group)
    {
        var timeout = group.Plan.Governed?.Timeout ?? (group.Plan.RunWhen is RunWhen.Success ? null : TimeoutOfRunWhen);
        if (timeout < TimeLeft(group))
        {
            group.TotalDue = _now + timeout;
            Set(timeout.Value, group, OccurrenceKind.StepTimesOut);
        }

        // Some may have been cancelled by name before; that may decide it.
        EndMember(group);
        foreach (var member in group.Children.Where(static member => !member.HasEnded))
            Join(member);
    }

    private void EndMember(ReferenceUnit group)
    {
        if (group.Status is not StepStatus.Running || Verdict(group) is not { } status)
            return;
        var failed = group.Children.Where(static member => member.HasFailed).OrderBy(static member => member.EndedAs).ToList();
        var isOne = status is not StepStatus.Cancelled && (failed.Count == 1 || (failed.Count > 0 && group.Plan.Group!.Strategy is ParallelStrategy.FailFast));
        group.FailedAt = isOne ? failed[0].FailedAt : group.Path;
        Judge(group, status, status is StepStatus.Cancelled ? FailureKind.Cancelled : failed.Count == 0 ? FailureKind.Condition : failed[0].Failure);
    }

    /// <summary>What the strategy says of those members that have ended otherwise than for the group's sake; null if nothing yet.</summary>
    private static StepStatus? Verdict(ReferenceUnit group)
    {
        var members = group.Children.Count(static member => member.Status is not StepStatus.Skipped);
        var succeeded = group.Children.Count(static member => member.Status is StepStatus.Succeeded);
        var failed = group.Children.Count(static member => member.HasFailed);
        var strategy = group.Plan.Group!.Strategy;
        StepStatus? verdict = strategy switch
        {
            ParallelStrategy.Any or ParallelStrategy.Threshold => Reach(Math.Max(1, group.Plan.Group.Threshold)),
            ParallelStrategy.FailFast when failed > 0 => StepStatus.Failed,
            _ when succeeded + failed < members => null,
            ParallelStrategy.BestEffort when succeeded == 0 => StepStatus.Failed,
            _ when failed == 0 => StepStatus.Succeeded,
            _ => succeeded > 0 ? StepStatus.Partial : StepStatus.Failed,
        };
        return verdict ?? (group.Children.All(static member => member.HasEnded) ? StepStatus.Cancelled : null);

        StepStatus? Reach(int needed) => succeeded >= needed ? StepStatus.Succeeded : members - failed < needed ? StepStatus.Failed : null;
    }

    /// <summary>Ends a group, and those of its members that have not ended.</summary>
    private void Judge(ReferenceUnit group, StepStatus status, FailureKind? kind)
    {
        group.Failure = kind;
        group.Status = status;
        Stop(group.Children);
        EndStep(group);
    }

    private void OpenFanOut(ReferenceUnit step)
    {
        Note(CallOf(step));
        step.Status = StepStatus.Running;
        SetTotal(step);
        for (var element = 0; element < step.Plan.Elements; element++)
            step.Children.Add(new(step.Plan, $"{step.Path}[{element}]", step) { Element = element });
        foreach (var element in step.Children)
            OpenWork(element);
        CloseFanOut(step);
    }

    private void EndElement(ReferenceUnit element)
    {
        var step = element.Parent!;
        if (element.Status is StepStatus.Failed)
        {
            if (step.Failure is null)
                (step.Failure, step.FailedAt) = (element.Failure, element.FailedAt);
            if (Aborts(step))
                Stop(step.Children);
        }

        CloseFanOut(step);
    }

    private void CloseFanOut(ReferenceUnit step)
    {
        if (step.HasEnded || !step.Children.All(static element => element.HasEnded))
            return;
        if (step.Failure is { } kind && (Aborts(step) || step.Plan.Policy is FailurePolicy.SkipDependents))
            Fail(step, kind);
        else if (step.Children.Any(static element => element.Status is StepStatus.Cancelled))
            Interrupt(step);
        else
            Succeed(step);
    }

    private void OpenIteration(ReferenceUnit loop)
    {
        var iteration = loop.Children.Count + 1;
        var unit = new ReferenceUnit(loop.Plan, $"{loop.Path}#{iteration}", loop) { Element = loop.Element, Iteration = iteration };
        loop.Children.Add(unit);
        _ready.Add(unit);
    }

    private void EndIteration(ReferenceUnit unit)
    {
        var loop = unit.Parent!;
        var policy = loop.Plan.Loop!;
        if (unit.Status is StepStatus.Cancelled)
            Interrupt(loop);
        else if (unit.Status is StepStatus.Failed)
            FailWork(loop, unit.Failure!.Value, unit.FailedAt);
        else if (!loop.Plan.HoldsAfter(unit.Iteration, unit.Element))
            Repeat(loop, unit.Iteration);
        else if (policy.Throws)
            FailWork(loop, FailureKind.Condition);
        else
            Succeed(loop);
    }

    private void Repeat(ReferenceUnit loop, int iteration)
    {
        if (iteration == loop.Plan.Loop!.MaxIterations && loop.Plan.Loop.UseLast)
            Succeed(loop);
        else if (iteration == loop.Plan.Loop.MaxIterations)
            FailWork(loop, FailureKind.Exhausted);
        else if (MayGoOn(loop))
            OpenIteration(loop);
        else
            Interrupt(loop);
    }

    /// <summary>Ends a fan-out or loop that is not to go on.</summary>
    private void Interrupt(ReferenceUnit whole)
    {
        if (whole.IsStep && whole.IsTotalLate)
        {
            whole.FailedAt = whole.Path;
            Fail(whole, FailureKind.Timeout);
        }
        else
        {
            End(whole, StepStatus.Cancelled);
        }
    }
}
