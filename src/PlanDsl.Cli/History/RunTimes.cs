using System.Globalization;

namespace PlanDsl.Cli;

/// <summary>Times of recorded runs, for people.</summary>
internal static class RunTimes
{
    /// <summary>Such as <c>2030-01-02 03:04:05</c>, where the tool is.</summary>
    public static string Of(DateTimeOffset time, TimeProvider clock) =>
        TimeZoneInfo.ConvertTime(time, clock.LocalTimeZone).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>The time between two moments; none where the clock was set back between them.</summary>
    public static TimeSpan Length(DateTimeOffset start, DateTimeOffset end) => end < start ? TimeSpan.Zero : end - start;
}
