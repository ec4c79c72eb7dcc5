namespace PlanDsl.Model;

/// <summary>A place in a text, and how to get from it over the tokens of JSON.</summary>
internal sealed class JsonScanner(string text)
{
    public int Position { get; set; }

    /// <summary>Where the token before the place ended, blanks and comments apart.</summary>
    public int LastEnd { get; private set; }

    /// <summary>Whether a comment has been met.</summary>
    public bool HasComments { get; private set; }

    public bool IsAtEnd => Position >= text.Length;

    /// <summary>The character at the place; NUL at the end of the text.</summary>
    public char Peek => Position < text.Length ? text[Position] : '\0';

    public bool IsAtPunctuationOrEnd => IsAtEnd || text[Position] is ',' or ':' or '{' or '}' or '[' or ']';

    /// <summary>Goes over blanks and comments.</summary>
    /// <returns>Where a comment starts that is never closed.</returns>
    public int? SkipTrivia()
    {
        LastEnd = Position;
        for (; Position < text.Length; Position++)
        {
            Position = EndOfBlanks(Position);
            if (IsAtEnd)
                return null;
            var letter = text[Position];
            if (letter != '/' || Position + 1 >= text.Length || text[Position + 1] is not ('/' or '*'))
                return null;
            HasComments = true;
            if (text[Position + 1] == '/')
            {
                while (Position + 1 < text.Length && text[Position + 1] is not ('\n' or '\r'))
                    Position++;
                continue;
            }

            var start = Position;
            var end = text.IndexOf("*/", start + 2, StringComparison.Ordinal);
            if (end < 0)
            {
                Position = text.Length;
                return start;
            }

            Position = end + 1;
        }

        return null;
    }

    /// <summary>Goes over what is no token, at least one character and at most to the end of the line.</summary>
    /// <returns>The place reached.</returns>
    public int SkipJunk()
    {
        if (Position < text.Length)
            Position++;
        while (!IsAtPunctuationOrEnd && text[Position] is not ('"' or '\n' or '\r'))
            Position++;
        return Position;
    }

    /// <summary>Goes over an object or an array with all that is in it.</summary>
    public void SkipNested()
    {
        var ignored = new JsonFaults();
        var depth = 0;
        do
        {
            var token = default(JsonToken);
            switch (Peek)
            {
                case '"':
                    ScanString(ignored, ref token);
                    break;
                case '{' or '[':
                    depth++;
                    Position++;
                    break;
                case '}' or ']':
                    depth--;
                    Position++;
                    break;
                case '/' when SkipTrivia() is null && Peek != '/':
                    break;
                default:
                    Position = Math.Min(Position + 1, text.Length);
                    break;
            }
        }
        while (depth > 0 && !IsAtEnd);
    }

    /// <summary>Goes over a string, which ends at its line's end at the latest.</summary>
    public void ScanString(JsonFaults faults, ref JsonToken token)
    {
        var start = Position;
        var quote = text[Position++];
        while (true)
        {
            Position = EndOfPlain(Position, quote);
            var letter = Peek;
            if (letter == quote)
            {
                Position++;
                return;
            }

            if (IsAtEnd || letter is '\n' or '\r')
            {
                token.IsDamaged = true;
                faults.Add(start, Position, quote == '"' ? "This string is never closed; add '\"' at its end" : "This string is never closed, and strings are written in double quotes");
                return;
            }

            if (letter == '\\')
            {
                token.HasEscapes = true;
                ScanEscape(faults);
            }
            else if (letter < ' ')
            {
                faults.Add(Position, ++Position, letter == '\t' ? "A tab in a string is written \\t" : $"A control character in a string is written \\u{(int)letter:x4}");
            }
            else if (char.IsSurrogate(letter) && !(char.IsHighSurrogate(letter) && Position + 1 < text.Length && char.IsLowSurrogate(text[Position + 1])))
            {
                faults.Add(Position, ++Position, "This is one half of a character of which the other half is missing");
            }
            else
            {
                Position += 2;
            }
        }
    }

    // Behind letters of a string that are what they are, which most are.
    private int EndOfPlain(int position, char quote)
    {
        var letters = text.AsSpan();
        while (position < letters.Length && letters[position] is >= ' ' and not '\\' and var letter && letter != quote && !char.IsSurrogate(letter))
            position++;
        return position;
    }

    private int EndOfBlanks(int position)
    {
        var letters = text.AsSpan();
        while (position < letters.Length && letters[position] is ' ' or '\n' or '\r' or '\t')
            position++;
        return position;
    }

    /// <summary>Goes over what looks like a number.</summary>
    /// <returns>Whether it is one.</returns>
    public bool ScanNumber()
    {
        var start = Position;
        while (Position < text.Length && text[Position] is (>= '0' and <= '9') or '+' or '-' or '.' or '_' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z'))
            Position++;
        return IsNumber(text.AsSpan(start, Position - start));
    }

    /// <summary>Goes over a word: letters, digits, and what else stands in names.</summary>
    public string ScanWord()
    {
        var start = Position;
        while (Position < text.Length && (text[Position] is '_' or '-' or '$' or '.' || NameRules.IsLetterOrDigit(text[Position])))
            Position++;
        return text.Substring(start, Position - start);
    }

    private void ScanEscape(JsonFaults faults)
    {
        var start = Position;
        var letter = start + 1 < text.Length ? text[start + 1] : '\0';
        if (letter is 'u' && JsonStrings.IsHex(text, start + 2))
        {
            Position += 6;
            ScanSurrogates(start, faults);
            return;
        }

        // The quote that ends the string may be what follows, and the end of the line.
        Position += letter is '"' or '\\' or '/' or 'b' or 'f' or 'n' or 'r' or 't' ? 2 : 1;
        if (Position == start + 1)
            faults.Add(start, start + 1, letter is 'u' ? "\\u is followed by four hexadecimal digits" : "A backslash in a string is written \\\\");
    }

    private void ScanSurrogates(int start, JsonFaults faults)
    {
        var first = EscapedAt(start);
        if (!char.IsSurrogate(first))
            return;
        if (char.IsHighSurrogate(first) && Position + 6 <= text.Length && text[Position] == '\\' && text[Position + 1] == 'u'
            && JsonStrings.IsHex(text, Position + 2) && char.IsLowSurrogate(EscapedAt(Position)))
            Position += 6;
        else
            faults.Add(start, Position, "This is one half of a character of which the other half is missing");
    }

    private char EscapedAt(int position) => (char)Convert.ToInt32(text.Substring(position + 2, 4), 16);

    // -?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?
    private static bool IsNumber(ReadOnlySpan<char> number)
    {
        var at = number.Length > 0 && number[0] == '-' ? 1 : 0;
        var whole = Digits(number, at);
        if (whole == at || (number[at] == '0' && whole > at + 1))
            return false;
        at = whole;
        if (at < number.Length && number[at] == '.')
        {
            var fraction = Digits(number, at + 1);
            if (fraction == at + 1)
                return false;
            at = fraction;
        }

        if (at < number.Length && number[at] is 'e' or 'E')
        {
            var sign = at + 1 < number.Length && number[at + 1] is '+' or '-' ? at + 2 : at + 1;
            at = Digits(number, sign);
            if (at == sign)
                return false;
        }

        return at == number.Length;
    }

    private static int Digits(ReadOnlySpan<char> number, int at)
    {
        while (at < number.Length && number[at] is >= '0' and <= '9')
            at++;
        return at;
    }
}
