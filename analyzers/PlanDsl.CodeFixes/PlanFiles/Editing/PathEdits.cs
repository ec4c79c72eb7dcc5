using PlanDsl.Model;
using TextSpan = Microsoft.CodeAnalysis.Text.TextSpan;

namespace PlanDsl.CodeFixes;

/// <summary>Writes names into the paths of expressions, which stand in JSON strings.</summary>
internal static class PathEdits
{
    /// <summary>What is to be replaced so that <paramref name="name"/> is read where a name stands: with the quotes of a key, and with the dot
    /// before it where it has to become a key.</summary>
    /// <param name="text">The text of the file.</param>
    /// <param name="written">Where the name stands, its quotes included.</param>
    /// <param name="name">The name, or a path such as <c>inputs.day</c>.</param>
    public static (TextSpan Span, string Replacement) Replace(string text, TextSpan written, string name)
    {
        var start = written.Start;
        if (text[start] == '\'')
            return (written, Key(name, '\''));
        if (text[start] == '\\')
            return (written, Key(name, '"'));
        if (start > 0 && text[start - 1] == '.' && !ExpressionLexer.IsName(name) && name.IndexOf('[') < 0)
            return (TextSpan.FromBounds(start - 1, written.End), $"[{Key(name, '\'')}]");
        return (written, name);
    }

    // A string of the expression, as it stands in a string of JSON.
    private static string Key(string name, char quote)
    {
        var key = quote + name.Replace("\\", "\\\\").Replace(quote.ToString(), "\\" + quote) + quote;
        var json = JsonWriting.Quote(key);
        return json.Substring(1, json.Length - 2);
    }
}
