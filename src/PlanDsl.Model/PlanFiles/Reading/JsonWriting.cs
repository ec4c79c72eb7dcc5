using System.Globalization;
using System.Text;

namespace PlanDsl.Model;

/// <summary>Writes what was read again, as JSON without comments and blanks.</summary>
internal static class JsonWriting
{
    public static string Of(JsonNode node)
    {
        var text = new StringBuilder();
        Write(node, text);
        return text.ToString();
    }

    /// <summary>A string with its quotes.</summary>
    public static string Quote(string value)
    {
        var text = new StringBuilder(value.Length + 2);
        Write(value, text);
        return text.ToString();
    }

    private static void Write(JsonNode node, StringBuilder text)
    {
        switch (node.Kind)
        {
            case JsonKind.Object:
                var separator = '{';
                foreach (var (name, value) in node.Properties)
                {
                    text.Append(separator);
                    Write(name.Value, text);
                    text.Append(':');
                    Write(value, text);
                    separator = ',';
                }

                text.Append(separator == '{' ? "{}" : "}");
                break;
            case JsonKind.Array:
                var between = '[';
                foreach (var item in node.Items)
                {
                    text.Append(between);
                    Write(item, text);
                    between = ',';
                }

                text.Append(between == '[' ? "[]" : "]");
                break;
            case JsonKind.String:
                Write(node.Value, text);
                break;
            case JsonKind.Missing:
                text.Append("null");
                break;
            default:
                text.Append(node.Text);
                break;
        }
    }

    private static void Write(string value, StringBuilder text)
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
