using System.Globalization;

namespace PlanDsl.Model;

/// <summary>Lengths of time that plan files write as numbers.</summary>
internal static class SecondsText
{
    /// <summary>The number with its unit. One that is too large for a decimal is longer than any timer.</summary>
    public static Duration From(JsonNode number, string unit) =>
        new((number.Number is { } value ? value.ToString(CultureInfo.InvariantCulture) : number.Text) + unit);
}
