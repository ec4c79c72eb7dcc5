namespace PlanDsl;

/// <content>Another thread, which looks for a moment how fast the run gets on: bodies may wait for each other, or take long, and what is
/// ready besides them is to start all the same. If it is fast at first, somebody looks again every now and then.</content>
internal abstract partial class SerialRun : IThreadPoolWorkItem
{
    // How long the first look takes at least, in which a second thread could do some steps if it were worth it.
    private const int Spins = 16;
    private static readonly long LookTicks = TimeProvider.System.TimestampFrequency / 250_000;

    // How long the first step may keep a look waiting: somewhat longer than it takes to wake the thread that looks.
    private static readonly long BeginTicks = TimeProvider.System.TimestampFrequency / 20_000;

    private SerialPace _seen;

    // At most one is queued at a time, so that the run itself can be the work item.
    void IThreadPoolWorkItem.Execute()
    {
        SpinUntilBegun();
        _seen = new(Seen, Now);
        SpinForALook();
        if (Watch() && WatchOnceMore())
            SerialWatch.Add(this);
    }

    /// <summary>Looks again; whether somebody is to look once more.</summary>
    public bool Watch()
    {
        var place = Seen;
        if (!GoesOn || !_order.ForksFrom(place))
            return false;
        if (IsBetweenStrands(place))
        {
            _seen = new(place, Now);
            return true;
        }

        if (!_seen.IsSlow(place, Now))
            return true;
        Share();
        return false;
    }

    // The thread that is watched may have been sent away for this one.
    private bool WatchOnceMore()
    {
        Thread.Yield();
        SpinForALook();
        return Watch();
    }

    /// <summary>Whether no step executes, because the code of a strand is about to be called: the first time it is compiled before that, which may take longer than all its steps.</summary>
    private bool IsBetweenStrands(int place) => place < _order.FirstPlaceOf(_strand.Number);

    private int Seen => Math.Abs(_strand.Place);

    private static long Now => TimeProvider.System.GetTimestamp();

    // The other thread may be busy yet with waking this one.
    private void SpinUntilBegun()
    {
        var until = Now + BeginTicks;
        while (GoesOn && Seen == 0 && Now < until)
            Thread.SpinWait(Spins);
    }

    private void SpinForALook()
    {
        var until = Now + LookTicks;
        while (GoesOn && Now < until)
            Thread.SpinWait(Spins);
    }

    private void QueueWatch()
    {
        if (WorkerThread.Queue is { } queue)
            queue.Enqueue(this);
        else
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }
}
