using System.Globalization;
using System.Text;
using PlanDsl.Model;

namespace PlanDsl.Cli;

/// <summary>Draws a plan in lines of text: layer after layer, each step with what it does and what it waits for, the members of a
/// group indented below it. The same plan gives the same text, with <c>\n</c> line ends.</summary>
internal static class LayerText
{
    private const int LongestLabel = 60;
    private const int MostNames = 6;

    public static string Of(PlanModel model)
    {
        var drawing = PlanDrawing.Of(model);
        var number = drawing.LayerCount.ToString(CultureInfo.InvariantCulture).Length;
        var id = Math.Min(40, model.Steps.Select(static step => step.Id.Length + (step.Group is null ? 0 : 2)).DefaultIfEmpty(0).Max());
        var text = new StringBuilder(ControlCharacters.Spelled(drawing.Title)).Append(": ").Append(drawing.Summary).Append('\n');
        var layers = drawing.Nodes.ToLookup(node => drawing.LayerOf(node.Step));
        for (var layer = 0; layer < drawing.LayerCount; layer++)
        {
            var heading = (layer + 1).ToString(CultureInfo.InvariantCulture).PadLeft(number);
            foreach (var node in layers[layer])
            {
                AppendStep(text.Append(heading).Append("  "), model.Steps[node.Step], id);
                AppendPredecessors(text, drawing, node.Step);
                text.Append('\n');
                foreach (var member in node.Members)
                {
                    AppendStep(text.Append(' ', number + 4), model.Steps[member], id - 2);
                    text.Append('\n');
                }

                heading = new string(' ', number);
            }
        }

        return text.ToString();
    }

    private static void AppendStep(StringBuilder text, StepModel step, int width)
    {
        text.Append(step.Id.PadRight(width)).Append("  ").Append(StepKind.Of(step).PadRight(8));
        if (ControlCharacters.Spelled(StepLabel.Of(step)) is { Length: > 0 } label)
            text.Append("  ").Append(label.Length > LongestLabel ? $"{label.AsSpan(0, LongestLabel - 1)}…" : label);
    }

    private static void AppendPredecessors(StringBuilder text, PlanDrawing drawing, int step)
    {
        var predecessors = drawing.Graph.PredecessorsOf(step);
        for (var i = 0; i < Math.Min(predecessors.Length, MostNames); i++)
            text.Append(i == 0 ? "  ← " : ", ").Append(drawing.Model.Steps[predecessors[i]].Id);
        if (predecessors.Length > MostNames)
            text.Append(CultureInfo.InvariantCulture, $" and {predecessors.Length - MostNames} more");
    }
}
