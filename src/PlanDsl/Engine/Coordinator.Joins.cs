using PlanDsl.Model;

namespace PlanDsl;

/// <content>What the end of a step means for the steps that depend on it.</content>
internal abstract partial class Coordinator
{
    /// <summary>Tells the successors of a step that it has ended. Those for which it was the last to be waited for become
    /// ready, the first of them ahead of all others, so that the thread that brought the step to its end goes on with what
    /// it has just produced; or they are skipped, and their successors told in turn.</summary>
    private void Settle(int step, DateTimeOffset now)
    {
        Judge(step, now);

        // Skipped steps wait here for their turn to tell: breadth first, and without recursion on long chains.
        var skipped = new ReadyQueue(_unfinished);
        var isFirst = true;
        for (var ended = step; ;)
        {
            // It may end without having started.
            if (IsGroup(ended))
                CallOffMembers(ended, now);
            var skips = SkipsSuccessors(ended);
            var counts = _plan.HasRunWhen && CountsAsFailure(ended);
            foreach (var successor in _plan.SuccessorsOf(ended))
            {
                // It has not waited for this end.
                if (HasJoined(successor))
                {
                    if (skips && GiveUpWithProducer(successor, now))
                        skipped.Append(successor);
                    continue;
                }

                if (skips && _plan.RunWhenOf(successor) is RunWhen.Success)
                    _steps.MarkToBeSkipped(successor);
                if (counts)
                    _steps.MarkAfterFailure(successor);
                if (--_unfinished[successor] != 0 || !MayStillRun(successor))
                    continue;
                if (WillEnd(successor) && !IsSkipped(successor))
                {
                    // It was let in here, ahead of others.
                    isFirst = false;
                    continue;
                }

                if (IsSkipped(successor))
                {
                    FireStep(successor, StepTrigger.Skip, now);
                    skipped.Append(successor);
                }
                else
                {
                    Admit(successor, isFirst);
                    isFirst = false;
                }
            }

            if (skipped.IsEmpty)
                return;
            ended = skipped.First;
            skipped.RemoveFirst();
        }
    }

    /// <summary>Puts a step in line for its start, or for the next of its attempts.</summary>
    private void MakeReady(int step, bool isFirst = false)
    {
        if (GroupOf(step) is { IsBounded: true } && TakesPlace(step))
        {
            _governed![step].IsQueued = true;
            Join(_governed[step]);
            return;
        }

        ref var queue = ref NeedsSlot(step) ? ref _ready : ref _readyFree;
        if (isFirst)
            queue.Prepend(step);
        else
            queue.Append(step);
    }

    /// <summary>A step all of whose predecessors have ended, and which nothing skips: it may start, or its condition is to be asked.</summary>
    private void Admit(int step, bool isFirst)
    {
        if (_plan.PolicyOf(step) is null or { Condition: null, Branch: null } || HadStarted(step))
            MakeReady(step, isFirst);
        else
            (_undecided ??= new()).Enqueue((step, isFirst));
    }

    // A step may have been cancelled by name, or with the whole run, before its predecessors ended.
    private bool MayStillRun(int step) => _steps.StatusOf(step) is StepStatus.Pending && !IsDrained(step);

    private bool IsSkipped(int step) => _plan.RunWhenOf(step) switch
    {
        RunWhen.Always => false,
        RunWhen.Failure => !_steps.IsAfterFailure(step),
        _ => _steps.IsToBeSkipped(step),
    };

    private bool SkipsSuccessors(int ended) => _steps.StatusOf(ended) switch
    {
        StepStatus.Skipped => _steps.SkipCauseOf(ended) is SkipCause.Dependency,
        StepStatus.Cancelled when IsGivenUpWithProducer(ended) => true,
        _ => CountsAsFailure(ended) && _plan.Has(ended, StepTraits.SkipDependents),
    };

    /// <summary>Whether the end of a step is a failure to others: being cancelled by name is one.</summary>
    private bool CountsAsFailure(int ended) =>
        _steps.HasFailed(ended) || (_steps.StatusOf(ended) is StepStatus.Cancelled && _steps.IsCancelledByName(ended));
}
