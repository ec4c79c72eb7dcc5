namespace PlanDsl.Testing.Internal;

/// <summary>A clock that stands still until a test moves it. Timers fire on the thread that moves it, in the order in which
/// they are due and, among those due together, in the order in which they were set. Thread-safe.</summary>
/// <param name="start">The time at which it stands; 1 January 2000, UTC, by default.</param>
public sealed class ManualTimeProvider(DateTimeOffset? start = null) : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly PriorityQueue<ManualTimer, (DateTimeOffset Due, long Order)> _timers = new();
    private readonly List<(DateTimeOffset Due, TaskCompletionSource Set)> _awaited = [];
    private DateTimeOffset _now = start ?? new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private long _order;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
            return _now;
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock, and fires on the way what becomes due; also what callbacks set that is due in time.</summary>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        var end = GetUtcNow() + by;
        while (TakeDue(end) is { } timer)
            timer.Fire();
        lock (_gate)
            _now = end > _now ? end : _now;
    }

    /// <summary>Moves the clock to the next timer and fires that; <see langword="false"/> if no timer is set.</summary>
    public bool AdvanceToNextTimer()
    {
        if (TakeDue(DateTimeOffset.MaxValue) is not { } timer)
            return false;
        timer.Fire();
        return true;
    }

    /// <summary>Waits until a timer is set that is due in this time, counted from now: by then a step that another thread drives
    /// has come to its delay.</summary>
    public Task WhenTimerIsDueIn(TimeSpan time)
    {
        lock (_gate)
        {
            var due = _now + time;
            if (_timers.UnorderedItems.Any(entry => entry.Priority.Due == due && entry.Element.Turn == entry.Priority.Order))
                return Task.CompletedTask;
            var set = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _awaited.Add((due, set));
            return set.Task;
        }
    }

    /// <summary>Sets the timer for its next turn; a turn set before is void.</summary>
    internal void Schedule(ManualTimer timer, TimeSpan dueTime)
    {
        lock (_gate)
        {
            timer.Turn = ++_order;
            if (dueTime == Timeout.InfiniteTimeSpan)
                return;
            var due = _now + dueTime;
            _timers.Enqueue(timer, (due, timer.Turn));
            foreach (var (_, set) in _awaited.FindAll(awaited => awaited.Due == due))
                set.TrySetResult();
            _awaited.RemoveAll(awaited => awaited.Due == due);
        }
    }

    private ManualTimer? TakeDue(DateTimeOffset end)
    {
        lock (_gate)
        {
            while (_timers.TryPeek(out var timer, out var turn) && turn.Due <= end)
            {
                _timers.Dequeue();
                if (timer.Turn != turn.Order)
                    continue;
                _now = turn.Due > _now ? turn.Due : _now;
                return timer;
            }

            return null;
        }
    }
}
