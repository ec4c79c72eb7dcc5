using System.Globalization;
using System.Text;

namespace PlanDsl.Benchmarks;

/// <summary>A graph as straight-line calls, as one would write it without a plan.</summary>
internal static class StraightLineSource
{
    public static (string Name, string Text) Of(Graph graph)
    {
        var text = new StringBuilder();
        text.AppendLine("using System.Threading;");
        text.AppendLine("namespace PlanDsl.Benchmarks;");
        text.AppendLine(CultureInfo.InvariantCulture, $"internal sealed class {graph.Name}Line");
        text.AppendLine("{");
        for (var step = 0; step < graph.Length; step++)
            text.AppendLine(CultureInfo.InvariantCulture, $"    public int S{step};");
        text.AppendLine("    public void Run(int value, CancellationToken cancellationToken)");
        text.AppendLine("    {");
        for (var step = 0; step < graph.Length; step++)
        {
            var bound = graph.Predecessors[step];
            text.AppendLine("        cancellationToken.ThrowIfCancellationRequested();");
            text.AppendLine(CultureInfo.InvariantCulture, $"        S{step} = Step.NoOp({(bound.Length == 0 ? "value" : string.Join(" + ", bound.Select(static other => string.Create(CultureInfo.InvariantCulture, $"S{other}"))))});");
        }

        text.AppendLine("    }");
        text.AppendLine("}");
        return ($"{graph.Name}Line.cs", text.ToString());
    }
}
