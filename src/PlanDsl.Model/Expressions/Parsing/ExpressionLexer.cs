namespace PlanDsl.Model;

/// <summary>Splits the text of an expression into tokens. What other languages write otherwise is reported with what is right
/// here, and read as if that had been written.</summary>
internal sealed class ExpressionLexer(string text, int start, int end, ExpressionFaults faults)
{
    private int _position = start;
    private bool _askedForChoice;

    /// <summary>Whether <paramref name="text"/> can stand after a dot.</summary>
    public static bool IsName(string text) =>
        text.Length > 0 && IsNameStart(text[0]) && EndOfName(text, 0, text.Length) == text.Length;

    /// <summary>The next token; the end again and again, once it is reached.</summary>
    public ExpressionToken Next()
    {
        var before = faults.Count;
        var passedOver = false;
        while (true)
        {
            while (_position < end && char.IsWhiteSpace(text[_position]))
                _position++;
            if (_position == end)
                return new(TokenKind.End, end, 0, "") { AfterFault = passedOver };
            if (Read() is { } token)
            {
                _position = token.End;
                return token with { AfterFault = passedOver || faults.Count > before };
            }

            passedOver = true;
        }
    }

    // Null where something was passed over.
    private ExpressionToken? Read()
    {
        var letter = text[_position];
        if (IsNameStart(letter))
            return Name();
        if (NumberSyntax.IsDigit(letter) || (letter == '-' && NumberSyntax.IsDigit(At(1))))
            return Number();
        if (Quotes.ClosingOf(letter) is { } closing)
            return String(closing);
        return letter switch
        {
            '.' => Token(TokenKind.Dot, 1),
            ',' => Token(TokenKind.Comma, 1),
            '(' => Token(TokenKind.OpenParenthesis, 1),
            ')' => Token(TokenKind.CloseParenthesis, 1),
            '[' => Token(TokenKind.OpenBracket, 1),
            ']' => Token(TokenKind.CloseBracket, 1),
            '=' => Equal(),
            '!' => At(1) != '=' ? Token(TokenKind.Not, 1) : At(2) == '=' ? Meant(TokenKind.NotEqual, 3, "!=") : Token(TokenKind.NotEqual, 2),
            '<' => At(1) == '=' ? Token(TokenKind.LessOrEqual, 2) : At(1) == '>' ? Meant(TokenKind.NotEqual, 2, "!=") : Token(TokenKind.Less, 1),
            '>' => At(1) == '=' ? Token(TokenKind.GreaterOrEqual, 2) : Token(TokenKind.Greater, 1),
            '&' => At(1) == '&' ? Token(TokenKind.And, 2) : Meant(TokenKind.And, 1, "&& for 'and'"),
            '|' => At(1) == '|' ? Token(TokenKind.Or, 2) : Meant(TokenKind.Or, 1, "|| for 'or'"),
            '?' => Question(),
            '+' or '-' or '*' or '/' or '%' or '^' => Faulty(TokenKind.Arithmetic, 1, $"'{letter}' is no operator here: there is no arithmetic; let a step compute the value"),
            '$' when At(1) == '{' => Variable(),
            _ => Unknown(),
        };
    }

    private char At(int offset) => _position + offset < end ? text[_position + offset] : '\0';

    private ExpressionToken Token(TokenKind kind, int length, string value = "") => new(kind, _position, length, value);

    private ExpressionToken Faulty(TokenKind kind, int length, string message)
    {
        faults.Add(new(_position, length, message));
        return Token(kind, length);
    }

    private ExpressionToken Meant(TokenKind kind, int length, string right) =>
        Faulty(kind, length, $"'{text.Substring(_position, length)}' is no operator; write {right}");

    private ExpressionToken Name()
    {
        var length = EndOfName(text, _position, end) - _position;
        var name = text.Substring(_position, length);
        return name switch
        {
            "true" => Token(TokenKind.True, length, name),
            "false" => Token(TokenKind.False, length, name),
            "null" => Token(TokenKind.Null, length, name),
            "in" => Token(TokenKind.In, length, name),
            _ => Token(TokenKind.Name, length, name),
        };
    }

    private ExpressionToken Number()
    {
        var length = NumberSyntax.EndOf(text, _position, end) - _position;
        var number = text.Substring(_position, length);
        if (NumberSyntax.FaultOf(number) is not { } fault)
            return Token(TokenKind.Number, length, number);
        return Faulty(TokenKind.Mistake, length, fault);
    }

    private ExpressionToken String(char closing)
    {
        var opening = text[_position];
        if (!Quotes.IsQuote(opening))
            return ForeignString(opening, closing);
        var last = Quotes.EndOfString(text, _position, end);
        var value = StringEscapes.Decode(text, _position + 1, last < 0 ? end : last, faults);
        if (last >= 0)
            return Token(TokenKind.String, last + 1 - _position, value);
        faults.Add(new(_position, 1, $"the string that begins with this {opening} does not end; close it with another {opening}"));
        return Token(TokenKind.String, end - _position, value);
    }

    private ExpressionToken ForeignString(char opening, char closing)
    {
        var last = text.IndexOf(closing, _position + 1, end - _position - 1);
        var length = (last < 0 ? end : last + 1) - _position;
        return Faulty(TokenKind.Mistake, length, $"{opening} does not begin a string; strings stand in double or single quotes, \"…\" or '…'");
    }

    private ExpressionToken Equal() =>
        At(1) switch
        {
            '=' when At(2) == '=' => Meant(TokenKind.Equal, 3, "=="),
            '=' => Token(TokenKind.Equal, 2),
            '<' => Meant(TokenKind.LessOrEqual, 2, "<="),
            '>' => Meant(TokenKind.GreaterOrEqual, 2, ">="),
            '!' => Meant(TokenKind.NotEqual, 2, "!="),
            _ => Meant(TokenKind.Equal, 1, "== to compare"),
        };

    private ExpressionToken? Question()
    {
        if (At(1) == '?')
            return Token(TokenKind.Coalesce, 2);
        if (At(1) == '.')
            return Faulty(TokenKind.Dot, 2, "'?.' is not needed; write '.', and ?? with what to take where nothing is there");
        _askedForChoice = true;
        return PassOver(1, "there is no choice by '? :' here; ?? gives a default for what is not there, anything more is a step's work");
    }

    private ExpressionToken Variable()
    {
        var length = 2;
        while (_position + length < end && text[_position + length] != '}' && !char.IsWhiteSpace(text[_position + length]))
            length++;
        var isClosed = At(length) == '}';
        var name = text.Substring(_position + 2, length - 2);
        return Faulty(TokenKind.Mistake, isClosed ? length + 1 : length,
            IsName(name) && name.Length <= Excerpt.MaxLength
                ? $"'${{{name}}}' is not read in an expression; write inputs.{name}"
                : "'${' is not read in an expression; write inputs and the input's name");
    }

    private ExpressionToken? Unknown()
    {
        var letter = text[_position];
        if (letter is '{' or '}' && At(1) == letter)
            return PassOver(2, $"'{letter}{letter}' has no place in an expression; remove it");
        if (letter != ':' || !_askedForChoice)
            return PassOver(Run(), $"{Excerpt.Quoted(text, _position, Run())} has no meaning in an expression; remove it, or put it in quotes if it is part of a string");
        _position++;
        return null;
    }

    private ExpressionToken? PassOver(int length, string message)
    {
        faults.Add(new(_position, length, message));
        _position += length;
        return null;
    }

    // What has no meaning is reported once, however long it is.
    private int Run()
    {
        var i = _position + 1;
        while (i < end && !IsKnown(text[i]))
            i++;
        return i - _position;
    }

    private static bool IsKnown(char letter) =>
        char.IsWhiteSpace(letter) || NameRules.IsWordCharacter(letter) || Quotes.ClosingOf(letter) is not null || ".,()[]=!<>&|?+-*/%^$:{}".IndexOf(letter) >= 0;

    private static bool IsNameStart(char letter) => NameRules.IsWordCharacter(letter) && !char.IsDigit(letter);

    // Letters, digits and '_'; '-' too, but not at the end.
    private static int EndOfName(string text, int start, int end)
    {
        var last = start + 1;
        for (var i = last; i < end; i++)
        {
            if (NameRules.IsWordCharacter(text[i]))
                last = i + 1;
            else if (text[i] != '-')
                break;
        }

        return last;
    }
}
