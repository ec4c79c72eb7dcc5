namespace PlanDsl;

/// <summary>The clock of a run that goes on though the system's has gone back behind what is recorded: it goes on from there, as fast as
/// the other. So nothing that had begun waits longer for that, and no event tells of a time before the one before it.</summary>
/// <param name="clock">The system's clock.</param>
/// <param name="ahead">How far it has gone back.</param>
internal sealed class ResumedClock(TimeProvider clock, TimeSpan ahead) : TimeProvider
{
    public override long TimestampFrequency => clock.TimestampFrequency;

    public override TimeZoneInfo LocalTimeZone => clock.LocalTimeZone;

    /// <summary>A clock that is never behind a recorded moment.</summary>
    public static TimeProvider NotBefore(DateTimeOffset last, TimeProvider clock) =>
        last - clock.GetUtcNow() is { Ticks: > 0 } ahead ? new ResumedClock(clock, ahead) : clock;

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow() + ahead;

    public override long GetTimestamp() => clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => clock.CreateTimer(callback, state, dueTime, period);
}
