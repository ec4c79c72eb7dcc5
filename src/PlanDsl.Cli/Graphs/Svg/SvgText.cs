using System.Text;
using PlanDsl.Model;

namespace PlanDsl.Cli;

/// <summary>Texts in a picture.</summary>
internal static class SvgText
{
    /// <summary>A text as XML has it, without the characters that XML cannot hold.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (char.IsHighSurrogate(character) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                escaped.Append(character).Append(text[++i]);
                continue;
            }

            _ = character switch
            {
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '&' => escaped.Append("&amp;"),
                '"' => escaped.Append("&quot;"),
                '\t' or '\n' => escaped.Append(character),
                < ' ' or (>= '\x7f' and <= '\x9f') or '\uFFFE' or '\uFFFF' => escaped.Append('\uFFFD'),
                _ when char.IsSurrogate(character) => escaped.Append('\uFFFD'),
                _ => escaped.Append(character),
            };
        }

        return escaped.ToString();
    }

    /// <summary>What is shown of a step to those who point at it.</summary>
    public static string Tooltip(StepModel step)
    {
        var lines = new List<string> { $"{step.Id} · {StepKind.Of(step)}" };
        if (step.Caption?.Title is { Length: > 0 } title)
            lines.Add(title);
        if (step.Caption?.Description is { Length: > 0 } description)
            lines.Add(description);
        if (StepLabel.Of(step) is { Length: > 0 } label)
            lines.Add(label);
        return $"<title>{Escape(string.Join('\n', lines))}</title>";
    }
}
