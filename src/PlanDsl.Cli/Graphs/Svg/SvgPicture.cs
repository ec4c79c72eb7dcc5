using System.Globalization;
using System.Text;
using PlanDsl.Model;

namespace PlanDsl.Cli;

/// <summary>Draws a plan as a picture in SVG that stands for itself: its colours are those of the reader's light or dark theme. The same
/// plan gives the same text, with <c>\n</c> line ends.</summary>
internal sealed class SvgPicture
{
    private const double Margin = 28;
    private const double Top = 84;

    private readonly StringBuilder _svg = new();
    private readonly PlanDrawing _drawing;
    private readonly PlanLayout _layout;

    private SvgPicture(PlanDrawing drawing) => (_drawing, _layout) = (drawing, PlanLayout.Of(drawing));

    /// <summary>The picture of <paramref name="model"/>, which has no cycle.</summary>
    public static string Of(PlanModel model) => new SvgPicture(PlanDrawing.Of(model)).Draw();

    private string Draw()
    {
        var width = Math.Max(_layout.Width + (2 * Margin), 420);
        var height = _layout.Height + Top + Margin;
        Line($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width:0.#} {height:0.#}\" width=\"{width:0.#}\" height=\"{height:0.#}\" role=\"img\" aria-labelledby=\"title\">");
        Line($"<title id=\"title\">{SvgText.Escape(_drawing.Title)}: {SvgText.Escape(_drawing.Summary)}</title>");
        _svg.Append("<style>").Append(SvgTheme.Css).Append("</style>\n");
        _svg.Append("<defs><marker id=\"arrow\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\" markerHeight=\"7\" orient=\"auto\"><path class=\"tip\" d=\"M0 .6 7.4 4 0 7.4z\"/></marker></defs>\n");
        Line($"<rect class=\"paper\" width=\"{width:0.#}\" height=\"{height:0.#}\"/>");
        Line($"<text class=\"title\" x=\"{Margin:0.#}\" y=\"38\">{SvgText.Escape(_drawing.Title)}</text>");
        Line($"<text class=\"summary\" x=\"{Margin:0.#}\" y=\"58\">{SvgText.Escape(_drawing.Summary)}</text>");
        Line($"<g transform=\"translate({Margin:0.#} {Top:0.#})\">");
        foreach (var route in _layout.Routes)
            DrawEdge(route);
        for (var node = 0; node < _drawing.Nodes.Length; node++)
            DrawNode(_drawing.Nodes[node], _layout.BoxOf(node));
        return _svg.Append("</g>\n</svg>\n").ToString();
    }

    private void DrawEdge(EdgeRoute route)
    {
        var points = route.Points;
        var path = new StringBuilder().Append(CultureInfo.InvariantCulture, $"M{points[0].X:0.#} {points[0].Y:0.#}");
        for (var i = 1; i < points.Count; i += 2)
        {
            if (points[i].X > points[i - 1].X)
                path.Append(CultureInfo.InvariantCulture, $"H{points[i].X:0.#}");
            if (i + 1 >= points.Count)
                break;
            var middle = (points[i].X + points[i + 1].X) / 2;
            path.Append(CultureInfo.InvariantCulture, $"C{middle:0.#} {points[i].Y:0.#} {middle:0.#} {points[i + 1].Y:0.#} {points[i + 1].X:0.#} {points[i + 1].Y:0.#}");
        }

        var optional = IsConditional(_drawing.Nodes[route.To].Step) ? " optional" : "";
        Line($"<path class=\"edge{optional}\" d=\"{path}\" marker-end=\"url(#arrow)\"/>");
    }

    private void DrawNode(DrawnStep node, DrawnBox box)
    {
        if (node.Members.IsEmpty)
        {
            DrawStep(node.Step, box);
            return;
        }

        var group = _drawing.Model.Steps[node.Step];
        _svg.Append("<g class=\"group parallel\">").Append(SvgText.Tooltip(group)).Append('\n');
        Line($"<rect class=\"box\" x=\"{box.X:0.#}\" y=\"{box.Y:0.#}\" width=\"{box.Width:0.#}\" height=\"{box.Height:0.#}\" rx=\"10\"/>");
        var id = TextWidth.Fit(group.Id, 7.6, box.Width - 24);
        var strategy = TextWidth.Fit(StepLabel.Of(group), 6.3, Math.Max(0, box.Width - 36 - TextWidth.Of(id, 7.6)));
        Line($"<text class=\"id\" x=\"{box.X + 12:0.#}\" y=\"{box.Y + 20:0.#}\">{SvgText.Escape(id)}<tspan class=\"label\" dx=\"8\">{SvgText.Escape(strategy)}</tspan></text>");
        var width = BoxSizes.MemberWidthOf(node, _drawing.Model);
        var columns = BoxSizes.ColumnsOf(node);
        var rows = (node.Members.Length + columns - 1) / columns;
        for (var i = 0; i < node.Members.Length; i++)
        {
            var x = box.X + BoxSizes.Padding + (i / rows * (width + BoxSizes.Padding));
            var y = box.Y + BoxSizes.Heading + (i % rows * (BoxSizes.StepHeight + BoxSizes.Padding));
            DrawStep(node.Members[i], new(x, y, width, BoxSizes.StepHeight));
        }

        _svg.Append("</g>\n");
    }

    private void DrawStep(int index, DrawnBox box)
    {
        var step = _drawing.Model.Steps[index];
        var kind = StepKind.Of(step);
        var optional = IsConditional(index) ? " optional" : "";
        _svg.Append(CultureInfo.InvariantCulture, $"<g class=\"step {kind}{optional}\">").Append(SvgText.Tooltip(step)).Append('\n');
        Line($"<rect class=\"box\" x=\"{box.X:0.#}\" y=\"{box.Y:0.#}\" width=\"{box.Width:0.#}\" height=\"{box.Height:0.#}\" rx=\"8\"/>");
        Line($"<rect class=\"mark\" x=\"{box.X:0.#}\" y=\"{box.Y + 8:0.#}\" width=\"4\" height=\"{box.Height - 16:0.#}\" rx=\"2\"/>");
        Line($"<text class=\"id\" x=\"{box.X + 14:0.#}\" y=\"{box.Y + 19:0.#}\">{SvgText.Escape(TextWidth.Fit(step.Id, 7.6, box.Width - 22))}</text>");
        var label = StepLabel.Of(step) is { Length: > 0 } text ? text : kind;
        Line($"<text class=\"label\" x=\"{box.X + 14:0.#}\" y=\"{box.Y + 35:0.#}\">{SvgText.Escape(TextWidth.Fit(label, 6.3, box.Width - 22))}</text>");
        _svg.Append("</g>\n");
    }

    // Drawn in dashes: whether it runs is not known before.
    private bool IsConditional(int step) =>
        _drawing.Model.Steps[step] is { When: not null } or { RunWhen: RunWhen.Failure } or { Flow.IsOffMainLine: true };

    private void Line(FormattableString text) => _svg.Append(text.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
