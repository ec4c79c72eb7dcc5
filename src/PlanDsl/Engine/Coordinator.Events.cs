using System.Reactive.Disposables;

namespace PlanDsl;

/// <content>What observers are told. Every event has a number, whether or not somebody listens; it has a time and an
/// object only if somebody does. All this is the root's; the runs of sub-plans tell of their steps through it.</content>
internal abstract partial class Coordinator
{
    private EventHub? _hub;
    private long _sequence;
    private DateTimeOffset _lastTime;

    // When the run reached each milestone; for what nobody observed, when somebody first looked.
    private DateTimeOffset?[]? _reachedAt;

    /// <summary>Subscribes an observer: what has happened so far as a snapshot, then all that happens.</summary>
    public IDisposable Subscribe(IObserver<PlanEvent> observer)
    {
        ArgumentNullException.ThrowIfNull(observer);
        if (_root != this)
            return _root.Subscribe(observer);
        var now = _time.GetUtcNow();
        EventQueue queue;
        lock (_gate)
        {
            now = Advance(now);
            queue = new(observer, Snapshot(now).Replay());
            if (_hasEnded)
                queue.Complete();
            else
                (_hub ??= new()).Add(queue);
        }

        queue.Start();
        return Disposable.Create((Run: this, Queue: queue), static ended => ended.Run.Unsubscribe(ended.Queue));
    }

    private RunSnapshot Snapshot(DateTimeOffset now)
    {
        NoteReached(RunMilestone.Created, now);
        NoteReached(RunMilestone.Started, now);
        if (_isCancelRequested)
            NoteReached(RunMilestone.CancelRequested, now);
        if (_hasEnded && _left is null)
            NoteReached(RunMilestone.Completed, now);
        return new(Position(isReplayed: true), [.. _reachedAt!], _steps.Copy(), now);
    }

    private void Observe(IObserver<PlanEvent> observer)
    {
        if (_root != this)
        {
            _root.Subscribe(observer);
            return;
        }

        var queue = new EventQueue(observer, []);
        (_hub ??= new()).Add(queue);
        queue.Start();
    }

    private void Unsubscribe(EventQueue queue)
    {
        lock (_gate)
        {
            if (_hub is { } hub && hub.Remove(queue))
                _hub = null;
        }

        queue.Dispose();
    }

    // Asked for outside the lock, since a TimeProvider is code of others.
    private DateTimeOffset Now() => Volatile.Read(ref _root._hub) is null ? default : _time.GetUtcNow();

    /// <summary>The time of the next event. Threads read the clock before they wait for the lock, so an earlier reading may
    /// come later.</summary>
    private DateTimeOffset Advance(DateTimeOffset now) => _root._lastTime = now > _root._lastTime ? now : _root._lastTime;

    private void Tell(RunMilestone milestone, DateTimeOffset now, string? requestId = null)
    {
        if (_root != this)
            return;
        _sequence++;
        if (_hub is not { } hub)
            return;
        now = Advance(now);
        NoteReached(milestone, now);
        var told = EventProjection.OfRun(milestone, Position(isReplayed: false), now);
        Publish(hub, WithRecord(requestId is not null && told is RunCancelRequestedEvent cancel ? cancel with { RequestId = requestId } : told));
    }

    private void NoteReached(RunMilestone milestone, DateTimeOffset now) =>
        (_reachedAt ??= new DateTimeOffset?[(int)RunMilestone.Completed + 1])[(int)milestone] ??= now;

    private void TellOf(StepTable steps, int entry, DateTimeOffset now)
    {
        if (NextOfStep() is not { } hub)
            return;
        now = Advance(now);
        switch (steps.StatusOf(entry))
        {
            case StepStatus.Running:
                steps.SetStarted(entry, now);
                break;
            case not StepStatus.Waiting:
                steps.SetEnded(entry, now);
                break;
        }

        Publish(hub, EventProjection.OfStep(entry, steps, Position(isReplayed: false), now));
        if (_recorder is not null && steps.ResultOf(entry) is not null)
            steps.SetResult(entry, null);
    }

    private void Publish(EventHub hub, PlanEvent happened)
    {
        if (hub.Publish(happened))
            _root._hub = null;
    }

    private void CompleteEvents()
    {
        if (_root == this)
            _hub?.Complete();
    }

    private RunPosition Position(bool isReplayed) => new(Identity, _root._sequence, _status, _error, isReplayed);
}
