namespace PlanDsl;

/// <content>The line in which units stand that are ready and that nobody has taken, and the threads that take them.</content>
/// <remarks>A thread that ends a unit goes on with a successor without looking here, unless there is a bound on how many units execute.
/// Who finds the line empty may leave, because whoever leaves something in it comes back to it, or calls a worker: it does when it is
/// itself about to be busy, or inside a body. No unit stays in the line, then, though somebody could take it. The same holds for what a
/// thread keeps for itself: some units at a time that give it back soon, which it begins one after the other, and puts back before
/// it is busy. Their words say nothing else than those of units in the line, so that whoever takes over finds them there.</remarks>
internal abstract partial class ExpressRun : IThreadPoolWorkItem
{
    // As many as make the lock cheap for each, and are soon started.
    private const int MostKept = 8;

    private readonly bool _isBounded;
    private ReadyQueue _ready;

    // How many more units may execute; means nothing where there is no bound.
    private int _room;
    private bool _isWorkerQueued;
    private StrandStore? _strands;

    void IThreadPoolWorkItem.Execute() => Help();

    /// <summary>Has this thread work for the run.</summary>
    private protected abstract void Help();

    /// <summary>What a thread keeps that keeps nothing.</summary>
    private protected ReadyQueue NoUnits => new(Words);

    /// <summary>Takes a unit that stands in the line.</summary>
    /// <param name="isWorker">Whether this thread is the one that was called.</param>
    private protected ExpressTurn Take(bool isWorker)
    {
        var kept = NoUnits;
        return isWorker || !_ready.IsEmpty ? TakeFromLine(ref kept, mayKeep: false, isWorker) : ExpressTurn.None;
    }

    /// <summary>Takes a unit that this thread has kept, or that stands in the line, and others with it, for the sake of which it need
    /// not come back to the line.</summary>
    /// <param name="kept">What this thread keeps: no other finds it, until it is put back.</param>
    /// <param name="mayKeep">Whether it may keep more.</param>
    private protected ExpressTurn Take(ref ReadyQueue kept, bool mayKeep)
    {
        if (kept.IsEmpty)
            return _ready.IsEmpty ? ExpressTurn.None : TakeFromLine(ref kept, mayKeep, isWorker: false);
        var unit = kept.First;
        kept.RemoveFirst();
        return Begin(unit, null);
    }

    /// <summary>Leaves to others what this thread has kept, because it may be busy for a while.</summary>
    private protected void PutBack(ref ReadyQueue kept)
    {
        bool wantsWorker;
        lock (Gate)
        {
            kept.Append(_ready);
            _ready = kept;
            wantsWorker = WantsWorker();
        }

        kept.Clear();
        if (wantsWorker)
            QueueWorker();
    }

    /// <summary>Has others work for the run if there is something to do for them.</summary>
    private protected void CallWorker()
    {
        bool wantsWorker;
        lock (Gate)
        {
            wantsWorker = WantsWorker();
        }

        if (wantsWorker)
            QueueWorker();
    }

    private ExpressTurn TakeFromLine(ref ReadyQueue kept, bool mayKeep, bool isWorker)
    {
        ExpressTurn next;
        bool wantsWorker;
        lock (Gate)
        {
            _isWorkerQueued &= !isWorker;
            next = TakeFirst(null, out wantsWorker);
            if (mayKeep && !_isBounded && next.IsUnit && _units.IsAsync(next.Unit))
                Keep(ref kept);
        }

        if (wantsWorker)
            QueueWorker();
        return next;
    }

    private void Keep(ref ReadyQueue kept)
    {
        for (var count = 0; count < MostKept && !_ready.IsEmpty && _units.IsAsync(_ready.First); count++)
        {
            var unit = _ready.First;
            _ready.RemoveFirst();
            kept.Append(unit);
        }
    }

    private ExpressTurn TakeAfter(in ExpressTurn ended, ReadyQueue found, bool isNested)
    {
        if (!_isBounded && !isNested && !found.IsEmpty)
            return TakeFound(ended.Strand, found);
        if (!_isBounded && found.IsEmpty && (isNested || _ready.IsEmpty))
        {
            Return(ended.Strand);
            return ExpressTurn.None;
        }

        var next = ExpressTurn.None;
        bool wantsWorker;
        lock (Gate)
        {
            _room++;
            PutFirst(found);
            if (isNested)
                wantsWorker = WantsWorker();
            else
                next = TakeFirst(ended.Strand, out wantsWorker);
        }

        if (!next.IsUnit)
            Return(ended.Strand);
        if (wantsWorker)
            QueueWorker();
        return next;
    }

    private ExpressTurn TakeFound(Strand? spare, ReadyQueue found)
    {
        var unit = found.First;
        found.RemoveFirst();
        var isBusy = !_units.IsAsync(unit);
        if (!found.IsEmpty || (isBusy && !_ready.IsEmpty))
        {
            bool wantsWorker;
            lock (Gate)
            {
                _ready.Append(found);
                wantsWorker = isBusy && WantsWorker();
            }

            if (wantsWorker)
                QueueWorker();
        }

        return Begin(unit, spare);
    }

    // What has become ready first goes on where its predecessor has ended.
    private void PutFirst(ReadyQueue found)
    {
        if (found.IsEmpty)
            return;
        var first = found.First;
        found.RemoveFirst();
        _ready.Prepend(first);
        _ready.Append(found);
    }

    private ExpressTurn TakeFirst(Strand? spare, out bool wantsWorker)
    {
        wantsWorker = false;
        if (!MayStartOne)
            return ExpressTurn.None;
        var unit = _ready.First;
        _ready.RemoveFirst();
        _room--;

        // This thread is busy until a synchronous body returns, so what else is ready needs another.
        if (!_units.IsAsync(unit))
            wantsWorker = WantsWorker();
        return Begin(unit, spare);
    }

    private ExpressTurn Begin(int unit, Strand? spare)
    {
        Strand? strand = null;
        if (_units.NeedsStrand(unit))
            strand = StrandFor(unit, spare);
        else
            Return(spare);

        // Now whoever takes over finds the strand that belongs to it.
        SayBegun(unit);
        return new(unit, strand);
    }

    private bool MayStartOne => !_ready.IsEmpty && (!_isBounded || _room > 0);

    private bool WantsWorker() => MayStartOne && !_isWorkerQueued && (_isWorkerQueued = true);

    // At most one is queued at a time, so that the run itself can be the work item.
    private void QueueWorker()
    {
        if (WorkerThread.Queue is { } queue)
            queue.Enqueue(this);
        else
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    private Strand StrandFor(int unit, Strand? spare)
    {
        if (spare is null)
        {
            lock (Gate)
            {
                spare = (_strands ??= StrandStore.Rent()).Take();
            }
        }

        spare.Prepare(this, unit, ~_units.CallOf(unit));
        if (_units.TimeoutOf(unit) is { } timeout)
            spare.Bound(new(this, timeout));
        return spare;
    }

    private void Return(Strand? strand)
    {
        if (strand is not null)
            _strands!.Return(strand);
    }
}
