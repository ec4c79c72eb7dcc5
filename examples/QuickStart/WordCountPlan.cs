using PlanDsl;

namespace QuickStart;

/// <summary>Four steps: one feeds two that run side by side, and the last joins them.</summary>
[Plan]
public partial class WordCountPlan
{
    [Step]
    private static string[] Split([Input] string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    [Step]
    private static int CountDistinct(string[] split) => split.Distinct(StringComparer.OrdinalIgnoreCase).Count();

    [Step]
    private static string FindLongest(string[] split) => split.MaxBy(word => word.Length) ?? "";

    [Step]
    private static string Summarize(string[] split, int countDistinct, string findLongest) =>
        $"{split.Length} words, {countDistinct} of them distinct; the longest is '{findLongest}'.";
}
