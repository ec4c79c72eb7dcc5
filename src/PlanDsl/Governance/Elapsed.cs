namespace PlanDsl;

/// <summary>Bounds on what had begun before its run was resumed: the time until then counts.</summary>
internal static class Elapsed
{
    /// <summary>The time since a recorded moment; none where the clock has gone back behind it.</summary>
    public static TimeSpan Since(DateTimeOffset moment, TimeProvider time) =>
        time.GetUtcNow() - moment is { Ticks: > 0 } elapsed ? elapsed : TimeSpan.Zero;

    /// <summary>The timestamp of what began this long ago.</summary>
    public static long Start(TimeProvider time, TimeSpan elapsed) =>
        elapsed == TimeSpan.Zero ? time.GetTimestamp() : time.GetTimestamp() - (long)(elapsed.TotalSeconds * time.TimestampFrequency);

    /// <summary>What is left of a bound.</summary>
    public static TimeSpan LeftOf(TimeSpan bound, TimeSpan elapsed) => bound > elapsed ? bound - elapsed : TimeSpan.Zero;
}
