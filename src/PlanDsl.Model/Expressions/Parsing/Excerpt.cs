namespace PlanDsl.Model;

/// <summary>What a message shows of the text it is about: never more than a line can hold, however long the text is.</summary>
internal static class Excerpt
{
    public const int MaxLength = 40;

    /// <summary>The text in single quotes, unless it is a string and has quotes of its own.</summary>
    public static string Quoted(string text, int start, int length)
    {
        if (length > 0 && Quotes.IsQuote(text[start]))
            return Clipped(text, start, length);
        return "'" + Clipped(text, start, length) + "'";
    }

    /// <summary>The same for a whole text.</summary>
    public static string Quoted(string text) => Quoted(text, 0, text.Length);

    /// <summary>So much of a text, without quotes.</summary>
    public static string Of(string text) => Clipped(text, 0, text.Length);

    private static string Clipped(string text, int start, int length)
    {
        if (length <= MaxLength)
            return text.Substring(start, length);
        var shown = char.IsHighSurrogate(text[start + MaxLength - 1]) ? MaxLength - 1 : MaxLength;
        return text.Substring(start, shown) + "…";
    }
}
