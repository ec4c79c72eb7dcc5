using System.Globalization;
using System.Text;

namespace PlanDsl.Benchmarks;

/// <summary>A graph as a plan class, as its author would write it.</summary>
internal static class PlanSource
{
    public static IEnumerable<(string Name, string Text)> OfAll(Graph graph, BodyKind[] bodies) =>
        bodies.Select(body => ($"{graph.Name}{body}.cs", Of(graph, body)));

    private static string Of(Graph graph, BodyKind body)
    {
        // What does nothing is compared with a loop, which runs on one thread.
        var bound = graph.HasSink && body is BodyKind.NoOp ? "(MaxParallel = 1)" : "";
        var text = new StringBuilder();
        text.AppendLine("using System.Threading.Tasks;");
        text.AppendLine("namespace PlanDsl.Benchmarks;");
        text.AppendLine(Invariant($"[Plan{bound}]"));
        text.AppendLine(Invariant($"internal sealed partial class {graph.Name}{body}Plan"));
        text.AppendLine("{");
        for (var step = 0; step < graph.Length; step++)
            Write(text, graph, body, step);
        text.AppendLine("}");
        return text.ToString();
    }

    private static void Write(StringBuilder text, Graph graph, BodyKind body, int step)
    {
        var bound = graph.Predecessors[step];
        var others = graph.WaitsFor(step).Except(bound).ToArray();
        var parameters = bound.Length == 0 ? "[Input] int value" : string.Join(", ", bound.Select(static other => Invariant($"int s{other}")));
        var argument = bound.Length == 0 ? "value" : string.Join(" + ", bound.Select(static other => Invariant($"s{other}")));
        var options = others.Length == 0 ? "" : $"(DependsOn = [{string.Join(", ", others.Select(static other => Invariant($"nameof(S{other})")))}])";
        var (type, call) = body switch
        {
            BodyKind.NoOp => ("int", $"Step.NoOp({argument})"),
            BodyKind.Yield => ("Task<int>", $"Step.YieldAsync({argument})"),
            _ => ("int", $"Step.Spin({argument}, nanoseconds)"),
        };
        var length = body is BodyKind.Spin ? ", [Input] int nanoseconds" : "";
        text.AppendLine(Invariant($"    [Step{options}] private static {type} S{step}({parameters}{length}) => {call};"));
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
