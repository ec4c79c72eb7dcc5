using System.Text;

namespace PlanDsl;

/// <summary>Writes a plan in Graphviz' language. Every name is quoted, so that no id can be a keyword or syntax.</summary>
internal static class DotGraph
{
    public static string Draw(PlanTable table)
    {
        var text = new StringBuilder("digraph ").Append(Quote(table.PlanId)).Append(" {\n");
        foreach (var id in table.StepIds)
            text.Append("    ").Append(Quote(id)).Append(";\n");
        for (var step = 0; step < table.StepCount; step++)
        {
            var from = Quote(table.StepIds[step]);
            foreach (var successor in table.SuccessorsOf(step))
                text.Append("    ").Append(from).Append(" -> ").Append(Quote(table.StepIds[successor])).Append(";\n");
        }

        return text.Append("}\n").ToString();
    }

    // Within quotes only the quote is special to the language, and the backslash to labels, which an id becomes.
    private static string Quote(string id) =>
        "\"" + id.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).ReplaceLineEndings("\\n") + "\"";
}
