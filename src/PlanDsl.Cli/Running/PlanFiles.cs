using System.Globalization;
using System.Text;

namespace PlanDsl.Cli;

/// <summary>What stands in plan files, as far as is needed to see that it has changed.</summary>
internal static class PlanFiles
{
    /// <summary>The files that a plan is made of, which lie beside one another, by their names: each with what was read in it in a few letters.</summary>
    public static Dictionary<string, string> Of(InterpretedPlan plan) =>
        plan.Files.ToDictionary(static file => Path.GetFileName(file.Path), static file => MarkOf(file.Text), StringComparer.Ordinal);

    /// <summary>The files that are not what they were, as far as it is known what they were.</summary>
    /// <param name="before">What they were.</param>
    /// <param name="now">What they are.</param>
    public static List<string> Changed(IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> now) =>
        [.. now.Where(file => before.TryGetValue(file.Key, out var mark) && mark != file.Value).Select(static file => file.Key)];

    private static string MarkOf(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return string.Create(CultureInfo.InvariantCulture, $"{bytes.Length}-{Checksum.Of(bytes):x8}");
    }
}
