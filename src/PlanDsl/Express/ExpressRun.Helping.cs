namespace PlanDsl;

/// <content>Another thread, which is called whenever a synchronous step begins while others are ready. It may be of no help: where
/// steps take less time than two threads need to agree, one alone is faster.</content>
internal abstract partial class ExpressRun : IThreadPoolWorkItem
{
    // How long a step has to take for others not to wait for it, and how often that is looked at before one leaves.
    private const int Spins = 8;
    private const int Looks = 128;

    void IThreadPoolWorkItem.Execute()
    {
        if (IsOfHelp())
            Help();
    }

    /// <summary>Has this thread work for the run.</summary>
    private protected abstract void Help();

    // At most one is queued at a time, so that the run itself can be the work item.
    private void QueueWorker()
    {
        if (WorkerThread.Queue is { } queue)
            queue.Enqueue(this);
        else
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    private bool WantsWorker()
    {
        if (_isWorkerQueued)
            return false;
        return _isWorkerQueued = true;
    }

    private bool IsOfHelp()
    {
        for (var look = 0; look < Looks; look++)
        {
            if (_gate.IsShared || StandsStill())
                return true;
        }

        // Whoever begins a step from now on calls another; and if the one that has begun before is long, this one is here.
        Volatile.Write(ref _isWorkerQueued, false);
        Interlocked.MemoryBarrierProcessWide();
        return _gate.IsShared || StandsStill();
    }

    private bool StandsStill()
    {
        var before = Volatile.Read(ref _remaining);
        Thread.SpinWait(Spins);
        return Volatile.Read(ref _remaining) == before;
    }
}
