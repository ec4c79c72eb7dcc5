namespace PlanDsl.Model;

/// <summary>The quotes in which strings stand, and those in which they do not.</summary>
internal static class Quotes
{
    /// <summary>Whether a string may begin with it.</summary>
    public static bool IsQuote(char letter) => letter is '"' or '\'';

    /// <summary>The quote that closes what <paramref name="letter"/> opens, in this language or another; <see langword="null"/> if it opens nothing.</summary>
    public static char? ClosingOf(char letter) => letter switch
    {
        '"' or '\'' or '`' => letter,
        '“' or '„' or '”' => '”',
        '‘' or '‚' or '’' => '’',
        '«' => '»',
        _ => null,
    };

    /// <summary>Where the quote stands that ends the string which begins at <paramref name="start"/>; -1 if there is none before
    /// <paramref name="end"/>.</summary>
    public static int EndOfString(string text, int start, int end)
    {
        for (var i = start + 1; i < end; i++)
        {
            if (text[i] == '\\')
                i++;
            else if (text[i] == text[start])
                return i;
        }

        return -1;
    }
}
