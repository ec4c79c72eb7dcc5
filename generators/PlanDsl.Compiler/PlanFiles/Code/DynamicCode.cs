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
        var paths = renamed.Paths.ToList();
        var used = UsedOf(paths);
        for (var i = 0; i < paths.Count; i++)
        {
            var path = paths[i];
            var value = PathStart.Of(path, context.Roots, used[i]).Value;
            var beginning = CSharpText.Quote(path.TextOfFirst(used[i]));
            if (beginnings.Contains(beginning))
                continue;
            beginnings.Add(beginning);
            values.Add(new JsonCode(context).Of(value));
        }

        var text = CSharpText.Quote(renamed.ToString());
        var field = context.Fields.Add(renamed.ToString(), "PlanDsl.PlanExpression", $"new({string.Join(", ", [text, place, .. beginnings])})");
        return $"{field}.{method}({string.Join(", ", values)})";
    }

    // One path may be followed further than another that is the same as far as that, for it has a default. What begins with the same text begins with
    // the same value, which is then the nearer one.
    private int[] UsedOf(List<PathExpression> paths)
    {
        var used = paths.Select(path => PathStart.Of(path, context.Roots).Used).ToArray();
        for (var hasChanged = true; hasChanged;)
        {
            hasChanged = false;
            for (var i = 0; i < used.Length; i++)
            {
                for (var j = 0; j < used.Length; j++)
                {
                    if (used[j] <= used[i] || paths[i].Segments.Count < used[j] || paths[i].TextOfFirst(used[j]) != paths[j].TextOfFirst(used[j]))
                        continue;
                    used[j] = used[i];
                    hasChanged = true;
                }
            }
        }

        return used;
    }
}
