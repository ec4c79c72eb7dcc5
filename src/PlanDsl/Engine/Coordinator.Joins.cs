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
        // Skipped steps wait here for their turn to tell: breadth first, and without recursion on long chains.
        var skipped = new ReadyQueue(_unfinished);
        var isFirstReady = true;
        for (var ended = step; ;)
        {
            var skips = SkipsSuccessors(ended);
            foreach (var successor in _plan.SuccessorsOf(ended))
            {
                if (skips)
                    _steps.MarkToBeSkipped(successor);
                if (--_unfinished[successor] != 0)
                    continue;

                if (_steps.IsToBeSkipped(successor))
                {
                    FireStep(successor, StepTrigger.Skip, now);
                    skipped.Append(successor);
                }
                else
                {
                    MakeReady(successor, isFirstReady);
                    isFirstReady = false;
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
        ref var queue = ref HoldsSlot(step) ? ref _ready : ref _readyFree;
        if (isFirst)
            queue.Prepend(step);
        else
            queue.Append(step);
    }

    private bool SkipsSuccessors(int ended) => _steps.StatusOf(ended) switch
    {
        StepStatus.Skipped => true,
        StepStatus.Failed => _plan.Has(ended, StepTraits.SkipDependents),
        _ => false,
    };
}
