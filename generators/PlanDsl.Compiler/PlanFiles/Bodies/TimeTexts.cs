using System.Globalization;

namespace PlanDsl.Compiler;

/// <summary>Spells lengths of time in C#.</summary>
internal static class TimeTexts
{
    public static string Of(TimeSpan time) => time.Ticks % TimeSpan.TicksPerMillisecond == 0
        ? $"global::System.TimeSpan.FromMilliseconds({(time.Ticks / TimeSpan.TicksPerMillisecond).ToString(CultureInfo.InvariantCulture)})"
        : $"global::System.TimeSpan.FromTicks({time.Ticks.ToString(CultureInfo.InvariantCulture)})";
}
