namespace PlanDsl;

/// <content>The threads that work for the run.</content>
/// <remarks>Each has a stack of its own, so that threads which work at different parts of a plan seldom meet; who has nothing left takes
/// half of what another has. Whoever leaves something in its stack looks afterwards whether a worker is called for it; the one that is
/// called says first that it has come, and looks then at all stacks; and whoever takes some of what stands in another's calls the next
/// if there is more anywhere, since what is moved could be overlooked meanwhile. So nothing stands in a stack without a worker being
/// called who will see it, unless there are as many workers as there may be: then whoever leaves says so first, and looks once more at
/// all stacks. As many workers come as the thread pool has threads for, so that bodies may wait for one another.</remarks>
internal abstract partial class SharedRun : IThreadPoolWorkItem
{
    private protected const int None = -1;

    private readonly WorkStack _first = new();
    private readonly Stack<WorkStack> _idle = [];
    private readonly int _mostWorkers;
    private WorkStack[] _stacks;

    // The thread that has begun the run is one.
    private int _workers = 1;
    private bool _isWorkerQueued;

    void IThreadPoolWorkItem.Execute()
    {
        if (TryCome() is { } mine && Take(mine) is not None and var step)
            Enter(mine, step);
    }

    /// <summary>Has this thread work for the run.</summary>
    /// <param name="mine">Its stack.</param>
    /// <param name="step">What it is to do first.</param>
    private protected abstract void Enter(WorkStack mine, int step);

    /// <summary>Where the thread that has begun the run leaves what it does not take.</summary>
    private protected WorkStack First => _first;

    /// <summary>Takes a step that may start; if there is none, negative, and this thread is no worker any more.</summary>
    private protected int Take(WorkStack mine)
    {
        do
        {
            if (mine.TryPop(out var step) || TryTakeFromOthers(mine, out step))
                return step;
        }
        while (!MayLeave(mine));
        return None;
    }

    /// <summary>Has another thread work for the run if there is something to do for it.</summary>
    private protected void CallWorker()
    {
        // After what is to be done for can be seen.
        Interlocked.MemoryBarrier();
        if (Volatile.Read(ref _isWorkerQueued) || Volatile.Read(ref _workers) >= _mostWorkers)
            return;
        lock (Gate)
        {
            if (_isWorkerQueued || _workers >= _mostWorkers)
                return;
            _isWorkerQueued = true;
        }

        if (WorkerThread.Queue is { } queue)
            queue.Enqueue(this);
        else
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    private bool HasMore => Array.Exists(Volatile.Read(ref _stacks), static stack => !stack.IsEmpty);

    private bool TryTakeFromOthers(WorkStack mine, out int step)
    {
        foreach (var other in Volatile.Read(ref _stacks))
        {
            if (other == mine || !mine.TryTakeHalfOf(other, out step))
                continue;
            if (HasMore)
                CallWorker();
            return true;
        }

        step = None;
        return false;
    }

    private WorkStack? TryCome()
    {
        lock (Gate)
        {
            _isWorkerQueued = false;
            if (IsHandedOver || _workers >= _mostWorkers)
                return null;
            _workers++;
            if (!_idle.TryPop(out var mine))
                Volatile.Write(ref _stacks, [.. _stacks, mine = new()]);

            // Before it looks whether there is something to do.
            Interlocked.MemoryBarrier();
            return mine;
        }
    }

    private bool MayLeave(WorkStack mine)
    {
        lock (Gate)
        {
            _workers--;
            Interlocked.MemoryBarrier();
            if (_mostWorkers != int.MaxValue && !IsHandedOver && HasMore)
            {
                _workers++;
                return false;
            }

            _idle.Push(mine);
            return true;
        }
    }
}
