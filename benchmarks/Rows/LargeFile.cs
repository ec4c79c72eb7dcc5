using System.Globalization;
using System.Text;

namespace PlanDsl.Benchmarks;

/// <summary>A plan file of many steps, each of which waits for three others. Nothing is to be said of it: no edge follows from others, which
/// would be a finding for each.</summary>
/// <param name="steps">How many steps it has.</param>
internal sealed class LargeFile(int steps)
{
    private const int EdgesPerStep = 3;
    private const int Nearest = 7;

    public int Steps => steps;

    public string Name => string.Create(CultureInfo.InvariantCulture, $"{steps:N0} steps");

    /// <summary>How many steps and edges there are.</summary>
    public int Size { get; } = steps + Enumerable.Range(0, steps).Sum(static step => Before(step).Count());

    public string Text { get; } = TextOf(steps);

    // The steps before these begin seven further back, so that none of them is before another.
    private static IEnumerable<int> Before(int step) => Enumerable.Range(Nearest, EdgesPerStep).Select(distance => step - distance).Where(static other => other >= 0);

    private static string TextOf(int steps)
    {
        var text = new StringBuilder("{ \"plan_id\": \"large\", \"limits\": { \"max_parallel\": 8 }, \"steps\": [");
        for (var step = 0; step < steps; step++)
            text.Append(CultureInfo.InvariantCulture, $"{(step == 0 ? "" : ",")}\n  {{ \"id\": \"s{step}\", \"call\": \"step\", \"depends_on\": [{string.Join(", ", Before(step).Select(static other => $"\"s{other}\""))}] }}");
        return text.Append("\n] }").ToString();
    }
}
