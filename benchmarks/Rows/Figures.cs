using System.Globalization;

namespace PlanDsl.Benchmarks;

/// <summary>Figures as text.</summary>
internal static class Figures
{
    public static string Time(double nanoseconds) => nanoseconds switch
    {
        < 1_000 => Of(nanoseconds, "ns"),
        < 1_000_000 => Of(nanoseconds / 1_000, "µs"),
        _ => Of(nanoseconds / 1_000_000, "ms"),
    };

    /// <summary>The median, and between what four of five rounds lie.</summary>
    public static string Time(Cost cost) => $"{Time(cost.Time)} ({Time(cost.Low)}–{Time(cost.High)})";

    public static string Ratio(double ratio) => ratio.ToString("0.00", CultureInfo.InvariantCulture) + "×";

    public static string Bytes(double bytes) => bytes < 10_000 ? Of(bytes, "B") : Of(bytes / 1_000, "kB");

    public static string Rounds(int rounds) => string.Create(CultureInfo.InvariantCulture, $"{rounds:N0} rounds");

    private static string Of(double value, string unit) => string.Create(CultureInfo.InvariantCulture, $"{value:0.##} {unit}");
}
