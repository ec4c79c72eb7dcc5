namespace PlanDsl.Generators;

/// <summary>Text of plan files in documentation comments.</summary>
internal static class DocumentationText
{
    /// <summary>A text without what XML would read.</summary>
    public static string Escaped(string text) => Line(text).Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");

    /// <summary>A text as one line.</summary>
    public static string Line(string text) =>
        string.Join(" ", new string(text.Select(static letter => char.IsControl(letter) || letter is '\u2028' or '\u2029' ? ' ' : letter).ToArray()).Split([' '], StringSplitOptions.RemoveEmptyEntries));
}
