using System.Globalization;

namespace PlanDsl.Model;

/// <summary>The grammar of <see cref="Duration"/>, the same in attributes and in plan files: no signs, no blanks, no culture.</summary>
internal static class DurationText
{
    // Two digits each, as a clock shows them: "24:00:00" is no time of day, and TimeSpan.Parse takes it for 24 days.
    private static readonly string[] ClockFormats = [@"hh\:mm\:ss", @"hh\:mm\:ss\.f", @"hh\:mm\:ss\.ff", @"hh\:mm\:ss\.fff"];

    public static bool TryParse(string? text, out TimeSpan value)
    {
        value = default;
        if (text is null)
            return false;
        if (TimeSpan.TryParseExact(text, ClockFormats, CultureInfo.InvariantCulture, out value))
            return true;

        var unit = UnitOf(text, out var number);
        if (unit == 0 || !IsNumber(number))
            return false;

        // The only number that decimal does not take is one too large for it.
        var isSmall = decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            && amount <= (decimal)TimeSpan.MaxValue.Ticks / unit;
        value = isSmall ? TimeSpan.FromTicks((long)(amount * unit)) : TimeSpan.MaxValue;
        return true;
    }

    private static long UnitOf(string text, out string number)
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
        number = text.Substring(0, text.Length - length);
        return unit;
    }

    // Digits on both sides of the point, if there is one.
    private static bool IsNumber(string text)
    {
        var point = text.IndexOf('.');
        return point < 0 ? AreDigits(text, 0, text.Length) : AreDigits(text, 0, point) && AreDigits(text, point + 1, text.Length);
    }

    private static bool AreDigits(string text, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (text[i] is < '0' or > '9')
                return false;
        }

        return start < end;
    }
}
