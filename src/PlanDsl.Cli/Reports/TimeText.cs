using System.Globalization;

namespace PlanDsl.Cli;

/// <summary>Lengths of time, for people.</summary>
internal static class TimeText
{
    /// <summary>Such as <c>7 ms</c>, <c>3.2 s</c>, <c>2 m 05 s</c> or <c>1 h 02 m</c>.</summary>
    public static string Of(TimeSpan time) => time switch
    {
        { TotalSeconds: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(time.TotalMilliseconds):0} ms"),
        { TotalSeconds: < 60 } => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(time.TotalSeconds * 10) / 10:0.0} s"),
        { TotalMinutes: < 60 } => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalMinutes} m {time.Seconds:00} s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours} h {time.Minutes:00} m"),
    };
}
