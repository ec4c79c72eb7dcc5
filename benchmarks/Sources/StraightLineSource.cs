using System.Globalization;
using System.Text;

namespace PlanDsl.Benchmarks;

/// <summary>A graph as straight-line calls, as one would write it without a plan.</summary>
internal static class StraightLineSource
{
    /// <param name="graph">The graph.</param>
    /// <param name="looks">Whether it looks at the token before each call.</param>
    public static (string Name, string Text) Of(Graph graph, bool looks = true)
    {
        var name = graph.Name + (looks ? "Line" : "BareLine");
        var text = new StringBuilder();
        text.AppendLine("using System.Threading;");
        text.AppendLine("namespace PlanDsl.Benchmarks;");
        text.AppendLine(CultureInfo.InvariantCulture, $"internal sealed class {name}");
        text.AppendLine("{");
        for (var step = 0; step < graph.Length; step++)
            text.AppendLine(CultureInfo.InvariantCulture, $"    public int S{step};");
        text.AppendLine("    public void Run(int value, CancellationToken cancellationToken)");
        text.AppendLine("    {");
        for (var step = 0; step < graph.Length; step++)
        {
            var bound = graph.Predecessors[step];
            if (looks)
                text.AppendLine("        cancellationToken.ThrowIfCancellationRequested();");
            text.AppendLine(CultureInfo.InvariantCulture, $"        S{step} = Step.NoOp({(bound.Length == 0 ? "value" : string.Join(" + ", bound.Select(static other => string.Create(CultureInfo.InvariantCulture, $"S{other}"))))});");
        }

        text.AppendLine("    }");
        text.AppendLine("}");
        return ($"{name}.cs", text.ToString());
    }
}
