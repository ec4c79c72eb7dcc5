using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Writes expressions that are evaluated when the plan runs: a field that holds the expression, and the values at which its paths
/// begin.</summary>
internal sealed class DynamicCode(CodeContext context)
{
    /// <summary>A call that evaluates <paramref name="expression"/>.</summary>
    /// <param name="expression">The expression, all of whose paths begin somewhere.</param>
    /// <param name="method">What is asked of it.</param>
    /// <param name="place">Where what comes of it is inserted; a string of C#.</param>
    public string Call(Expression expression, string method, string place)
    {
        var beginnings = new List<string>();
        var values = new List<string>();
        var renamed = new PathNames(context.Roots).Rename(expression);
        foreach (var path in renamed.Paths)
        {
            var (value, used) = PathStart.Of(path, context.Roots);
            var beginning = CSharpText.Quote(path.TextOfFirst(used));
            if (beginnings.Contains(beginning))
                continue;
            beginnings.Add(beginning);
            values.Add(new JsonCode(context).Of(value));
        }

        var text = CSharpText.Quote(renamed.ToString());
        var field = context.Fields.Add("expression", "PlanDsl.PlanExpression", $"new({string.Join(", ", [text, place, .. beginnings])})");
        return $"{field}.{method}({string.Join(", ", values)})";
    }
}
