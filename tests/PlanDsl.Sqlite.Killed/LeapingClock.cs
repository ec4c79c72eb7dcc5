namespace PlanDsl.Tests;

/// <summary>A clock on which nobody waits: whoever does is taken to the moment at which his time is up, and everybody else with him. Otherwise
/// it goes as that of the system. Thread-safe.</summary>
internal sealed class LeapingClock : TimeProvider
{
    private long _leapt;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + new TimeSpan(Volatile.Read(ref _leapt));

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class Timer(LeapingClock clock, Action fire) : ITimer
    {
        private int _changes;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (period != Timeout.InfiniteTimeSpan)
                throw new NotSupportedException("What comes again and again would never let time stand.");
            var change = Interlocked.Increment(ref _changes);
            if (dueTime == Timeout.InfiniteTimeSpan)
                return true;
            Interlocked.Add(ref clock._leapt, dueTime.Ticks);
            ThreadPool.QueueUserWorkItem(_ =>
            {
                if (Volatile.Read(ref _changes) == change)
                    fire();
            });
            return true;
        }

        public void Dispose() => Interlocked.Increment(ref _changes);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
