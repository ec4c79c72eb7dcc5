using System.Globalization;
using System.Text;

namespace PlanDsl.Benchmarks;

/// <summary>A chain as straight-line calls, as one would write it without a plan.</summary>
internal static class StraightLineSource
{
    public static string Of(Graph chain)
    {
        var text = new StringBuilder();
        text.AppendLine("using System.Threading;");
        text.AppendLine("namespace PlanDsl.Benchmarks;");
        text.AppendLine("internal sealed class StraightLine");
        text.AppendLine("{");
        for (var step = 0; step < chain.Length; step++)
            text.AppendLine(CultureInfo.InvariantCulture, $"    public int S{step};");
        text.AppendLine("    public void Run(int value, CancellationToken cancellationToken)");
        text.AppendLine("    {");
        for (var step = 0; step < chain.Length; step++)
        {
            text.AppendLine("        cancellationToken.ThrowIfCancellationRequested();");
            text.AppendLine(CultureInfo.InvariantCulture, $"        S{step} = Step.NoOp({(step == 0 ? "value" : "S" + (step - 1).ToString(CultureInfo.InvariantCulture))});");
        }

        text.AppendLine("    }");
        text.AppendLine("}");
        return text.ToString();
    }
}
