namespace PlanDsl;

/// <summary>Timers that fire once.</summary>
internal static class OneShot
{
    /// <summary>The longest time that a timer can be set for, about 49 days.</summary>
    public static TimeSpan Longest { get; } = TimeSpan.FromMilliseconds(uint.MaxValue - 1);

    /// <summary>Starts a timer; none for a time that no timer can be set for.</summary>
    public static ITimer? Start(TimeProvider time, TimerCallback callback, object state, TimeSpan dueTime) =>
        dueTime > Longest || dueTime == Timeout.InfiniteTimeSpan ? null : time.CreateTimer(callback, state, dueTime, Timeout.InfiniteTimeSpan);

    /// <summary>The moment after this time; <see langword="null"/> for a time that no timer can be set for.</summary>
    public static DateTimeOffset? At(TimeProvider time, TimeSpan dueTime) =>
        dueTime > Longest || dueTime == Timeout.InfiniteTimeSpan ? null : time.GetUtcNow() + dueTime;
}
