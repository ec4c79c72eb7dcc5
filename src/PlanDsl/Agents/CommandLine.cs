using System.Text;

namespace PlanDsl;

/// <summary>Splits a command line into words, without any of what else a shell does.</summary>
internal static class CommandLine
{
    /// <param name="line">The line.</param>
    /// <param name="isBackslashPlain">Whether a backslash, as in a Windows path, stands for itself unless it precedes a double quote.</param>
    /// <exception cref="ArgumentException">The line ends within quotes.</exception>
    public static List<string> Split(string line, bool isBackslashPlain)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var isWord = false;
        var quote = '\0';
        for (var index = 0; index < line.Length; index++)
        {
            var character = line[index];
            if (quote == '\0' && char.IsWhiteSpace(character))
            {
                if (isWord)
                    words.Add(word.ToString());
                word.Clear();
                isWord = false;
                continue;
            }

            isWord = true;
            if (character is '\\' && index + 1 < line.Length && IsSpecialAfterBackslash(line[index + 1], quote, isBackslashPlain))
                word.Append(line[++index]);
            else if (character is '"' or '\'' && (quote == '\0' || quote == character))
                quote = quote == '\0' ? character : '\0';
            else
                word.Append(character);
        }

        if (quote != '\0')
            throw new ArgumentException($"The command line ends within a text that begins with {quote}. Close it: {line}", nameof(line));
        if (isWord)
            words.Add(word.ToString());
        return words;
    }

    private static bool IsSpecialAfterBackslash(char next, char quote, bool isBackslashPlain) => quote switch
    {
        '\'' => false,
        _ when isBackslashPlain => next is '"',
        '"' => next is '"' or '\\',
        _ => true,
    };
}
