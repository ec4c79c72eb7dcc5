using System.Globalization;

namespace PlanDsl.Cli;

/// <summary>Numbers of things, in words.</summary>
internal static class Counts
{
    /// <summary>Such as <c>1 step</c> or <c>12 steps</c>.</summary>
    public static string Of(int count, string thing) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {thing}{(count == 1 ? "" : "s")}");
}
