using System.Globalization;
using System.Text;

namespace PlanDsl.Model;

/// <summary>The escapes of strings in expressions: those of JSON, and <c>\'</c>.</summary>
internal static class StringEscapes
{
    private const string Letters = "\"'\\/bfnrt";
    private const string Meanings = "\"'\\/\b\f\n\r\t";

    /// <summary>Reads the characters between two quotes.</summary>
    public static string Decode(string text, int start, int end, ExpressionFaults faults)
    {
        if (text.IndexOf('\\', start, end - start) < 0)
            return text.Substring(start, end - start);

        var value = new StringBuilder(end - start);
        for (var i = start; i < end; i++)
        {
            if (text[i] != '\\')
                value.Append(text[i]);
            else
                i += DecodeOne(text, i, end, value, faults) - 1;
        }

        return value.ToString();
    }

    /// <summary>Appends <paramref name="value"/> as a string in double quotes.</summary>
    public static void Quote(string value, StringBuilder text)
    {
        text.Append('"');
        foreach (var letter in value)
        {
            var known = letter is '\'' or '/' ? -1 : Meanings.IndexOf(letter);
            if (known >= 0)
                text.Append('\\').Append(Letters[known]);
            else if (char.IsControl(letter))
                text.Append("\\u").Append(((int)letter).ToString("x4", CultureInfo.InvariantCulture));
            else
                text.Append(letter);
        }

        text.Append('"');
    }

    // Returns how many characters the escape takes.
    private static int DecodeOne(string text, int start, int end, StringBuilder value, ExpressionFaults faults)
    {
        if (start + 1 < end && Letters.IndexOf(text[start + 1]) is >= 0 and var known)
        {
            value.Append(Meanings[known]);
            return 2;
        }

        if (start + 5 < end && text[start + 1] == 'u'
            && ushort.TryParse(text.Substring(start + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            value.Append((char)code);
            return 6;
        }

        // A surrogate pair is one character to whoever reads the message.
        var length = start + 2 < end && char.IsSurrogatePair(text[start + 1], text[start + 2]) ? 3 : Math.Min(2, end - start);
        var escape = text.Substring(start, length);
        faults.Add(new(start, length, escape == "\\u"
            ? "\\u takes four hexadecimal digits, as in \\u20ac"
            : $"'{escape}' is no escape; write \\\\ for a backslash, or one of \\\" \\' \\/ \\b \\f \\n \\r \\t \\u"));
        value.Append(text, start + 1, length - 1);
        return length;
    }
}
