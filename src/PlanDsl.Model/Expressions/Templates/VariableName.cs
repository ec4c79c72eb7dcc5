namespace PlanDsl.Model;

/// <summary>What may stand in <c>${…}</c>: a name as in expressions, or several with dots between.</summary>
internal static class VariableName
{
    /// <summary>Where the name ends that begins at <paramref name="start"/>, which is there itself if none does.</summary>
    public static int EndOf(string text, int start)
    {
        if (start >= text.Length || !NameRules.IsWordCharacter(text[start]) || char.IsDigit(text[start]))
            return start;

        var end = start + 1;
        for (var i = end; i < text.Length; i++)
        {
            if (NameRules.IsWordCharacter(text[i]))
                end = i + 1;
            else if (text[i] is not ('-' or '.'))
                break;
        }

        return end;
    }
}
