namespace PlanDsl.Model;

/// <summary>Finds the <c>}}</c> that ends an expression: the first that is not in a string. Asked from left to right about one text, it
/// takes time in proportion to the text's length.</summary>
internal sealed class ExpressionEnd(string text)
{
    // A quote that was once found to close nothing is alone in all the rest, and is passed over as any other character: that it
    // lacks its partner is said by the parser.
    private bool _singleIsAlone;
    private bool _doubleIsAlone;

    /// <summary>Where the <c>}}</c> stands that ends the expression which begins at <paramref name="start"/>; -1 if there is none, or none before
    /// another expression begins.</summary>
    /// <param name="start">Behind the <c>{{</c>.</param>
    /// <param name="resumesAt">Where reading goes on if there is none.</param>
    public int Of(int start, out int resumesAt)
    {
        resumesAt = text.Length;
        for (var i = start; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '}' when i + 1 < text.Length && text[i + 1] == '}':
                    return i;
                case '{' when i + 1 < text.Length && text[i + 1] == '{':
                    resumesAt = i;
                    return -1;
                case '"' when !_doubleIsAlone:
                    _doubleIsAlone = !SkipString(ref i);
                    break;
                case '\'' when !_singleIsAlone:
                    _singleIsAlone = !SkipString(ref i);
                    break;
            }
        }

        return -1;
    }

    private bool SkipString(ref int i)
    {
        var end = Quotes.EndOfString(text, i, text.Length);
        if (end >= 0)
            i = end;
        return end >= 0;
    }
}
