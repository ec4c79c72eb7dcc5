namespace PlanDsl.Cli;

/// <summary>How wide a text will probably be where no font can be asked.</summary>
internal static class TextWidth
{
    /// <summary>The width of <paramref name="text"/>, in which a letter is as wide as <paramref name="letter"/> and one of the scripts
    /// of East Asia, which begin past U+1100, twice that.</summary>
    public static double Of(string text, double letter) => text.Sum(character => character >= '\u1100' ? 2 * letter : letter);

    /// <summary>As much of <paramref name="text"/> as fits into <paramref name="width"/>.</summary>
    public static string Fit(string text, double letter, double width)
    {
        if (Of(text, letter) <= width)
            return text;
        var used = letter;
        var end = 0;
        while (end < text.Length && (used += text[end] >= '\u1100' ? 2 * letter : letter) <= width)
            end++;

        // Never half of a character that takes two.
        if (end > 0 && char.IsHighSurrogate(text[end - 1]))
            end--;
        return $"{text.AsSpan(0, end)}…";
    }
}
