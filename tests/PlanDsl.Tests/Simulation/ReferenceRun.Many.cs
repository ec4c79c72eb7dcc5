namespace PlanDsl.Tests;

/// <content>Groups, fan-outs and loops.</content>
internal sealed partial class ReferenceRun
{
    private void OpenGroup(ReferenceUnit group)
    {
        group.Status = StepStatus.Running;
        if (group.Plan.Governed?.Timeout is { } timeout && timeout < TimeLeft(group))
        {
            group.TotalDue = _now + timeout;
            Set(timeout, group, OccurrenceKind.StepTimesOut);
        }

        foreach (var member in group.Children)
            Join(member);
    }

    private void EndMember(ReferenceUnit group)
    {
        if (group.HasEnded)
            return;
        var members = group.Children.Count;
        var ended = group.Children.Count(static member => member.HasEnded);
        var succeeded = group.Children.Count(static member => member.Status is StepStatus.Succeeded);
        var failed = group.Children.Count(static member => member.HasFailed);
        var all = ended < members ? (StepStatus?)null
            : succeeded == members ? StepStatus.Succeeded
            : succeeded == 0 ? StepStatus.Failed
            : StepStatus.Partial;
        var threshold = group.Plan.Group!.Threshold;
        var verdict = group.Plan.Group.Strategy switch
        {
            ParallelStrategy.FailFast => failed > 0 ? StepStatus.Failed : all,
            ParallelStrategy.Any => succeeded > 0 ? StepStatus.Succeeded : all,
            ParallelStrategy.Threshold => succeeded >= threshold ? StepStatus.Succeeded : failed > members - threshold ? StepStatus.Failed : null,
            _ => all,
        };
        if (group.IsStopped && verdict is not StepStatus.Succeeded)
            verdict = all is null ? null : StepStatus.Cancelled;
        if (verdict is { } status)
            Judge(group, status, group.Children.FirstOrDefault(static member => member.HasFailed)?.Failure);
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
        if (step.IsTotalLate)
        {
            step.FailedAt = step.Path;
            Fail(step, FailureKind.Timeout);
        }
        else if (step.Failure is { } kind && (Aborts(step) || step.Plan.Policy is FailurePolicy.SkipDependents))
            Fail(step, kind);
        else if (step.Children.Any(static element => element.Status is StepStatus.Cancelled))
            End(step, StepStatus.Cancelled);
        else
            End(step, StepStatus.Succeeded);
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

    /// <summary>Ends a loop that is not to go on.</summary>
    private void Interrupt(ReferenceUnit loop)
    {
        if (loop.IsStep && loop.IsTotalLate)
            Fail(loop, FailureKind.Timeout);
        else
            End(loop, StepStatus.Cancelled);
    }
}
