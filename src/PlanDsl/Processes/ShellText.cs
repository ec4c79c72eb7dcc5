using System.Globalization;

namespace PlanDsl;

/// <summary>A text for a shell in which values are only referred to, and the environment variables that hold them.</summary>
/// <param name="Text">The text.</param>
/// <param name="Values">The values, in order; the first is in the variable <c>PLANDSL_1</c>.</param>
internal sealed record ShellText(string Text, IReadOnlyList<string> Values)
{
    /// <summary>The variable that holds a value.</summary>
    /// <param name="number">The value's number, from 1.</param>
    public static string Variable(int number) => "PLANDSL_" + number.ToString(CultureInfo.InvariantCulture);
}
