using PlanDsl.Model;

namespace PlanDsl;

/// <content>Which step starts next, and in whose place. A slot is held while a body executes; steps that execute nothing
/// themselves need none, so they stand in a line of their own.</content>
internal abstract partial class Coordinator
{
    private readonly SlotPool? _slots;
    private ReadyQueue _readyFree;
    private bool _isInLine;

    private bool IsAnyReady => !_ready.IsEmpty || !_readyFree.IsEmpty;

    private bool MayStartOne => (!_readyFree.IsEmpty || (!_ready.IsEmpty && _slots is null or { HasRoom: true })) && !IsGivenUp;

    /// <summary>Takes a step out of its line, if it stands there; whether it did.</summary>
    private bool RemoveReady(int step) => HoldsSlot(step) && !IsSharing(step) ? _ready.TryRemove(step) : _readyFree.TryRemove(step);

    private void ClearReady()
    {
        _ready.Clear();
        _readyFree.Clear();
    }

    /// <summary>Counts a body that has returned, or waits.</summary>
    private void Leave(int step)
    {
        _running--;
        if (HoldsSlot(step))
            _slots?.Release();
    }

    // What is opened thus runs no body itself; the source of a fan-out is code of others.
    private bool OpensInline(int step) => _plan.Has(step, StepTraits.Async) || _plan.Policies?[step] is { HoldsSlot: false, IsFanOut: false };

    private bool HoldsSlot(int step) => !_plan.Has(step, StepTraits.Governed) || _plan.Policies?[step] is null or { HoldsSlot: true };

    // In a bounded group a sub-plan takes a place, though no slot: it is its steps that are given those.
    private bool TakesPlace(int step) => HoldsSlot(step) || _plan.Policies?[step] is { IsSubPlan: true };

    /// <summary>Leaves the room that this run has no use for to the next in line; or joins the line, if room is what it lacks.</summary>
    private void PassRoomOn()
    {
        if (_slots is null)
            return;
        if (!_ready.IsEmpty && !_slots.HasRoom)
        {
            JoinLine();
            return;
        }

        while (_slots.CallNext() is { } run)
        {
            run._isInLine = false;
            if (run._ready.IsEmpty)
                continue;
            if (!run._slots!.HasRoom)
            {
                run.JoinLine();
                continue;
            }

            run.CallWorker();
            return;
        }
    }

    private void JoinLine()
    {
        if (_isInLine)
            return;
        _isInLine = true;
        _slots!.StandInLine(this);
    }

    // From the critical section of another run: queueing is no code of others.
    private void CallWorker()
    {
        if (_isWorkerQueued)
            return;
        _isWorkerQueued = true;
        QueueWorker();
    }
}
