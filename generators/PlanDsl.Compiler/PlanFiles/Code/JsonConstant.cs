using System.Globalization;
using System.Text;
using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Values of plan files into which nothing is inserted, as JSON.</summary>
internal static class JsonConstant
{
    /// <summary>The JSON of <paramref name="value"/>; <see langword="null"/> if something is inserted into it.</summary>
    public static string? Of(ValueTemplate value)
    {
        var text = new StringBuilder();
        return Append(value, text) ? text.ToString() : null;
    }

    /// <summary>The text that a template is; <see langword="null"/> if something is inserted into it.</summary>
    public static string? TextOf(Template template) => !template.IsLiteral ? null : template.Parts.IsEmpty ? "" : template.Parts[0].Text;

    private static bool Append(ValueTemplate value, StringBuilder text)
    {
        switch (value)
        {
            case LiteralValue literal:
                text.Append(literal.Json);
                return true;
            case TextValue { Template: var template }:
                if (TextOf(template) is { } constant)
                    Quote(constant, text);
                return template.IsLiteral;
            case ArrayValue array:
                text.Append('[');
                foreach (var item in array.Items)
                {
                    if (!Append(item, text))
                        return false;
                    text.Append(',');
                }

                Close(text, ']');
                return true;
            case ObjectValue map:
                text.Append('{');
                foreach (var property in map.Properties)
                {
                    Quote(property.Name, text);
                    text.Append(':');
                    if (!Append(property.Value, text))
                        return false;
                    text.Append(',');
                }

                Close(text, '}');
                return true;
            default:
                return false;
        }
    }

    private static void Close(StringBuilder text, char bracket)
    {
        if (text[text.Length - 1] == ',')
            text.Length--;
        text.Append(bracket);
    }

    private static void Quote(string value, StringBuilder text)
    {
        text.Append('"');
        foreach (var letter in value)
        {
            if (letter is '"' or '\\')
                text.Append('\\').Append(letter);
            else if (letter < ' ' || char.IsSurrogate(letter))
                text.Append("\\u").Append(((int)letter).ToString("x4", CultureInfo.InvariantCulture));
            else
                text.Append(letter);
        }

        text.Append('"');
    }
}
