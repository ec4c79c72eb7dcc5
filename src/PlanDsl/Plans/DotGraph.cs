using System.Text;

namespace PlanDsl;

/// <summary>Writes a plan in Graphviz' language. Every name is quoted, so that no id can be a keyword or syntax. A parallel group
/// is a cluster around its members; an edge to or from one is drawn to its border.</summary>
internal static class DotGraph
{
    public static string Draw(PlanTable table)
    {
        var text = new StringBuilder("digraph ").Append(Quote(table.PlanId)).Append(" {\n");
        var nodes = GroupedSteps.Of(table).ToDictionary(static node => node.Step);
        if (table.Groups is not null)
            text.Append("    compound = true;\n");
        foreach (var node in nodes.Values)
            Append(text, table, node);
        for (var step = 0; step < table.StepCount; step++)
        {
            foreach (var successor in table.Declared.SuccessorsOf(step))
                AppendEdge(text, table, nodes[step], nodes[successor]);
        }

        return text.Append("}\n").ToString();
    }

    private static void Append(StringBuilder text, PlanTable table, GroupedSteps node)
    {
        if (node.Members.IsEmpty)
        {
            text.Append("    ").Append(Quote(table.StepIds[node.Step])).Append(";\n");
            return;
        }

        text.Append("    subgraph ").Append(ClusterOf(table, node)).Append(" {\n");
        text.Append("        label = ").Append(Quote(table.StepIds[node.Step])).Append(";\n");
        foreach (var member in node.Members)
            text.Append("        ").Append(Quote(table.StepIds[member])).Append(";\n");
        text.Append("    }\n");
    }

    private static void AppendEdge(StringBuilder text, PlanTable table, GroupedSteps from, GroupedSteps to)
    {
        text.Append("    ").Append(Quote(table.StepIds[EndAt(from)])).Append(" -> ").Append(Quote(table.StepIds[EndAt(to)]));
        if (!from.Members.IsEmpty)
            text.Append(" [ltail = ").Append(ClusterOf(table, from)).Append(']');
        if (!to.Members.IsEmpty)
            text.Append(" [lhead = ").Append(ClusterOf(table, to)).Append(']');
        text.Append(";\n");
    }

    // The language knows edges between nodes only, and cuts them off at the border of a cluster.
    private static int EndAt(GroupedSteps node) => node.Members.IsEmpty ? node.Step : node.Members[0];

    private static string ClusterOf(PlanTable table, GroupedSteps node) => Quote("cluster_" + table.StepIds[node.Step]);

    // Within quotes only the quote is special to the language, and the backslash to labels, which an id becomes.
    private static string Quote(string id) =>
        "\"" + id.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).ReplaceLineEndings("\\n") + "\"";
}
