namespace PlanDsl.Model;

/// <summary>Numbers in expressions are those of JSON.</summary>
internal static class NumberSyntax
{
    /// <summary>Where the token ends that begins as a number at <paramref name="start"/>: with all that is written together with it.</summary>
    public static int EndOf(string text, int start, int end)
    {
        var i = start + 1;
        while (i < end)
        {
            var letter = text[i];
            var isPoint = letter == '.' && i + 1 < end && IsDigit(text[i + 1]);
            var isSign = letter is '+' or '-' && text[i - 1] is 'e' or 'E' && i + 1 < end && IsDigit(text[i + 1]);
            if (!isPoint && !isSign && !NameRules.IsWordCharacter(letter))
                break;
            i++;
        }

        return i;
    }

    /// <summary>What is wrong with <paramref name="text"/> as a number; <see langword="null"/> if nothing is.</summary>
    public static string? FaultOf(string text)
    {
        var i = text[0] == '-' ? 1 : 0;
        var first = i;
        if (!SkipDigits(text, ref i))
            return NotANumber(text);
        if (text[first] == '0' && i > first + 1)
            return $"{Excerpt.Quoted(text)} begins with a zero; write the number without it";
        if (i < text.Length && text[i] == '.')
        {
            i++;
            if (!SkipDigits(text, ref i))
                return NotANumber(text);
        }

        if (i < text.Length && text[i] is 'e' or 'E')
        {
            i++;
            if (i < text.Length && text[i] is '+' or '-')
                i++;
            if (!SkipDigits(text, ref i))
                return NotANumber(text);
        }

        return i == text.Length ? null : NotANumber(text);
    }

    public static bool IsDigit(char letter) => letter is >= '0' and <= '9';

    private static string NotANumber(string text) =>
        $"{Excerpt.Quoted(text)} is no number; write it as JSON has it, such as 1500, -0.5 or 1e6, and a string in quotes";

    private static bool SkipDigits(string text, ref int i)
    {
        var start = i;
        while (i < text.Length && IsDigit(text[i]))
            i++;
        return i > start;
    }
}
