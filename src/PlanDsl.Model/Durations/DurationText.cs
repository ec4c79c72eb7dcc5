using System.Globalization;

namespace PlanDsl.Model;

/// <summary>The grammar of <see cref="Duration"/>, the same in attributes and in plan files.</summary>
internal static class DurationText
{
    private const NumberStyles Digits = NumberStyles.AllowDecimalPoint;

    private static readonly string[] ClockFormats = [@"hh\:mm\:ss", @"hh\:mm\:ss\.f", @"hh\:mm\:ss\.ff", @"hh\:mm\:ss\.fff"];

    public static bool TryParse(string text, out TimeSpan value)
    {
        if (TimeSpan.TryParseExact(text, ClockFormats, CultureInfo.InvariantCulture, out value))
            return true;

        var unit = UnitOf(text, out var digits);
        if (unit == 0 || !decimal.TryParse(digits, Digits, CultureInfo.InvariantCulture, out var amount))
            return false;

        // Past this, a TimeSpan overflows; nobody waits that long.
        if (amount > TimeSpan.MaxValue.Ticks / unit)
            return false;
        value = TimeSpan.FromTicks((long)(amount * unit));
        return true;
    }

    private static long UnitOf(string text, out string digits)
    {
        var (unit, length) = text switch
        {
            _ when text.EndsWith("ms", StringComparison.Ordinal) => (TimeSpan.TicksPerMillisecond, 2),
            _ when text.EndsWith("s", StringComparison.Ordinal) => (TimeSpan.TicksPerSecond, 1),
            _ when text.EndsWith("m", StringComparison.Ordinal) => (TimeSpan.TicksPerMinute, 1),
            _ when text.EndsWith("h", StringComparison.Ordinal) => (TimeSpan.TicksPerHour, 1),
            _ when text.EndsWith("d", StringComparison.Ordinal) => (TimeSpan.TicksPerDay, 1),
            _ => (0L, 0),
        };
        digits = text.Substring(0, text.Length - length);
        return unit;
    }
}
