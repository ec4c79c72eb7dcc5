using System.Globalization;
using System.Text;

namespace PlanDsl.Benchmarks;

/// <summary>A graph as straight-line calls, as one who knows the compiler would write it without a plan: no method is so long that the compiler
/// stops optimising it, and what was returned is handed on in a local variable. The token is looked at in one method that all steps are called
/// through: where the look stands before each call, the compiler takes a token that can be cancelled for what is rare, and puts the rest of the look
/// behind the method, where each call has to jump to and back from.</summary>
internal static class StraightLineSource
{
    private const int CallsPerMethod = 64;

    public static (string Name, string Text) Of(Graph graph, LineKind kind)
    {
        var name = graph.Name + kind;
        var methods = Enumerable.Range(0, graph.Length).Chunk(CallsPerMethod).ToArray();
        var text = new StringBuilder();
        text.AppendLine("using System;");
        text.AppendLine("using System.Runtime.CompilerServices;");
        text.AppendLine("using System.Threading;");
        text.AppendLine("namespace PlanDsl.Benchmarks;");
        text.AppendLine(CultureInfo.InvariantCulture, $"internal sealed class {name}");
        text.AppendLine("{");
        for (var step = 0; step < graph.Length; step++)
            text.AppendLine(CultureInfo.InvariantCulture, $"    public int S{step};");
        text.AppendLine(OpeningOf(name, kind));
        for (var method = 0; method < methods.Length; method++)
            text.AppendLine(CultureInfo.InvariantCulture, $"        Run{method}(value, cancellationToken);");
        text.AppendLine("    }");
        for (var method = 0; method < methods.Length; method++)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"    private void Run{method}(int value, CancellationToken cancellationToken)");
            text.AppendLine("    {");
            WriteCalls(text, graph, kind, methods[method]);
            text.AppendLine("    }");
        }

        text.AppendLine("}");
        return ($"{name}.cs", text.ToString());
    }

    private static void WriteCalls(StringBuilder text, Graph graph, LineKind kind, int[] steps)
    {
        // What the steps before have returned is read once, where several steps of this method ask for it.
        int[] read = [.. steps.SelectMany(step => graph.Predecessors[step]).Where(other => other < steps[0]).Distinct()];
        foreach (var other in read)
            text.AppendLine(CultureInfo.InvariantCulture, $"        var s{other} = S{other};");
        foreach (var step in steps)
        {
            var bound = graph.Predecessors[step];
            var argument = bound.Length == 0 ? "value" : string.Join(" + ", bound.Select(static other => string.Create(CultureInfo.InvariantCulture, $"s{other}")));
            if (kind is LineKind.WatchedLine)
                text.AppendLine("        if (_isToStop) Stop(cancellationToken);");
            text.AppendLine(CultureInfo.InvariantCulture, $"        var s{step} = S{step} = {(kind is LineKind.Line ? $"Call({argument}, cancellationToken)" : $"Step.NoOp({argument})")};");
        }
    }

    private static string OpeningOf(string name, LineKind kind)
    {
        var run = kind switch
        {
            LineKind.Line =>
                """
                    [MethodImpl(MethodImplOptions.NoInlining)]
                    private static int Call(int value, CancellationToken cancellationToken)
                    {
                        cancellationToken.ThrowIfCancellationRequested();
                        return Step.NoOp(value);
                    }
                """,
            LineKind.WatchedLine =>
                """
                    private volatile bool _isToStop;
                    private static void Stop(CancellationToken cancellationToken) => throw new OperationCanceledException(cancellationToken);
                """,
            _ => "",
        };
        var watch = kind is LineKind.WatchedLine ? $"\n        using var watch = cancellationToken.UnsafeRegister(static line => (({name})line!)._isToStop = true, this);" : "";
        return $"{run}\n    public void Run(int value, CancellationToken cancellationToken)\n    {{{watch}";
    }
}
