using System.Globalization;
using System.Text;

namespace PlanDsl.Cli;

/// <summary>What stands in plan files, as far as is needed to see that it has changed.</summary>
internal static class PlanFiles
{
    /// <summary>The files that a plan is made of, which lie beside one another, by their names: each with what was read in it in a few letters.</summary>
    public static Dictionary<string, string> Of(InterpretedPlan plan) =>
        plan.Files.ToDictionary(static file => Path.GetFileName(file.Path), static file => MarkOf(file.Text), StringComparer.Ordinal);

    /// <summary>The files that are not what they were, as far as it is known what they were. The file of the plan itself is the same whatever it is
    /// called.</summary>
    /// <param name="before">What they were.</param>
    /// <param name="planBefore">The path of the plan's own file among these.</param>
    /// <param name="now">What they are.</param>
    /// <param name="planNow">The path of the plan's own file among those.</param>
    public static List<string> Changed(IReadOnlyDictionary<string, string> before, string planBefore, IReadOnlyDictionary<string, string> now, string planNow)
    {
        var (old, current) = (Path.GetFileName(planBefore), Path.GetFileName(planNow));
        return [.. now.Where(file => before.TryGetValue(file.Key == current ? old : file.Key, out var mark) && mark != file.Value).Select(static file => file.Key)];
    }

    private static string MarkOf(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return string.Create(CultureInfo.InvariantCulture, $"{bytes.Length}-{Checksum.Of(bytes):x8}");
    }
}
