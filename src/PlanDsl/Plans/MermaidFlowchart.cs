using System.Text;

namespace PlanDsl;

/// <summary>Writes a plan in Mermaid's language. Nodes are named by number and labelled by id, since Mermaid has
/// keywords (<c>end</c>) that an id may well be. A parallel group is a subgraph around its members.</summary>
internal static class MermaidFlowchart
{
    public static string Draw(PlanTable table)
    {
        var text = new StringBuilder("flowchart TD\n");
        foreach (var node in GroupedSteps.Of(table))
            Append(text, table, node);
        for (var step = 0; step < table.StepCount; step++)
        {
            foreach (var successor in table.Declared.SuccessorsOf(step))
                text.Append("    s").Append(step).Append(" --> s").Append(successor).Append('\n');
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, PlanTable table, GroupedSteps node)
    {
        if (node.Members.IsEmpty)
        {
            AppendLabelled(text.Append("    "), table, node.Step);
            return;
        }

        AppendLabelled(text.Append("    subgraph "), table, node.Step);
        foreach (var member in node.Members)
            AppendLabelled(text.Append("        "), table, member);
        text.Append("    end\n");
    }

    private static void AppendLabelled(StringBuilder text, PlanTable table, int step) =>
        text.Append('s').Append(step).Append("[\"").Append(Escape(table.StepIds[step])).Append("\"]\n");

    private static string Escape(string id)
    {
        // '#' first: it begins Mermaid's own entity codes.
        return id.Replace("#", "#35;", StringComparison.Ordinal)
            .Replace("\"", "#quot;", StringComparison.Ordinal)
            .Replace("<", "#lt;", StringComparison.Ordinal)
            .Replace(">", "#gt;", StringComparison.Ordinal)
            .Replace("`", "#96;", StringComparison.Ordinal)
            .ReplaceLineEndings(" ");
    }
}
