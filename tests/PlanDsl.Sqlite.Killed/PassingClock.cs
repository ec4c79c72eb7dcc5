namespace PlanDsl.Tests;

/// <summary>A clock on which time passes when a body has it pass, for this process and for those that come after it; otherwise it goes as that
/// of the system. Thread-safe.</summary>
internal sealed class PassingClock : TimeProvider
{
    // By how much a timer of the system may be early.
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(20);

    private readonly Lock _gate = new();
    private readonly HashSet<Timer> _timers = [];
    private readonly Effects _effects;

    /// <param name="effects">What the bodies do.</param>
    public PassingClock(Effects effects)
    {
        _effects = effects;
        effects.Tell(SetTimers);
    }

    /// <summary>By how much more has to pass than what a timer was to wait: it may have been set a little later than that was looked up.</summary>
    public static TimeSpan Margin { get; } = TimeSpan.FromSeconds(1);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public static DateTimeOffset NowOf(Effects effects) => System.GetUtcNow() + effects.Passed;

    public override DateTimeOffset GetUtcNow() => NowOf(_effects);

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    private void SetTimers()
    {
        Timer[] timers;
        lock (_gate)
            timers = [.. _timers];
        foreach (var timer in timers)
            timer.Set();
    }

    // One of the system's, set anew whenever time has passed.
    private sealed class Timer : ITimer
    {
        private readonly PassingClock _clock;
        private readonly Action _fire;
        private readonly ITimer _inner;
        private DateTimeOffset? _due;

        public Timer(PassingClock clock, Action fire)
        {
            (_clock, _fire) = (clock, fire);
            _inner = System.CreateTimer(static timer => ((Timer)timer!).Fire(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (period != Timeout.InfiniteTimeSpan)
                throw new NotSupportedException("What comes again and again is not needed here.");
            lock (_clock._gate)
            {
                _due = dueTime == Timeout.InfiniteTimeSpan ? null : _clock.GetUtcNow() + dueTime;
                if (_due is null)
                    _clock._timers.Remove(this);
                else
                    _clock._timers.Add(this);
            }

            Set();
            return true;
        }

        public void Set()
        {
            lock (_clock._gate)
                _inner.Change(_due is not { } due ? Timeout.InfiniteTimeSpan : due - _clock.GetUtcNow() is { Ticks: > 0 } left ? left : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }

        public void Dispose()
        {
            Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            _inner.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }

        // What was underway when the timer was set anew is not for what it is set to now.
        private void Fire()
        {
            lock (_clock._gate)
            {
                if (_due is null || _due - _clock.GetUtcNow() > Tick)
                    return;
                _due = null;
                _clock._timers.Remove(this);
            }

            _fire();
        }
    }
}
