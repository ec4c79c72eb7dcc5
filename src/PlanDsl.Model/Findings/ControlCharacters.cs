using System.Globalization;
using System.Text;

namespace PlanDsl.Model;

/// <summary>Spells characters that a terminal or a log would obey instead of showing them: escape codes, ends of lines, marks that turn the direction
/// of a text, and byte order marks. What plan files and processes say is shown to people, and they may come from anywhere.</summary>
public static class ControlCharacters
{
    /// <summary>The text with such characters spelled as JSON spells them.</summary>
    /// <param name="text">The text.</param>
    /// <param name="keepsLines">Whether it may have several lines, whose ends then stay.</param>
    public static string Spelled(string text, bool keepsLines = false)
    {
        if (text is null)
            throw new ArgumentNullException(nameof(text));
        var first = 0;
        while (first < text.Length && !IsSpelled(text, first, keepsLines))
            first++;
        if (first == text.Length)
            return text;
        var spelled = new StringBuilder(text.Length + 16).Append(text, 0, first);
        for (var i = first; i < text.Length; i++)
        {
            if (!IsSpelled(text, i, keepsLines))
                spelled.Append(text[i]);
            else
                spelled.Append(text[i] switch { '\n' => "\\n", '\r' => "\\r", '\t' => "\\t", var letter => "\\u" + ((int)letter).ToString("x4", CultureInfo.InvariantCulture) });
        }

        return spelled.ToString();
    }

    private static bool IsSpelled(string text, int at, bool keepsLines) => text[at] switch
    {
        >= ' ' and < '\x7f' => false,
        '\n' => !keepsLines,
        '\r' => !keepsLines || at + 1 == text.Length || text[at + 1] != '\n',
        '\t' => !keepsLines,
        < ' ' or (>= '\x7f' and <= '\x9f') or '\u2028' or '\u2029' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069') or '\ufeff' => true,
        _ => false,
    };
}
