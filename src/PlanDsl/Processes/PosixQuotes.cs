namespace PlanDsl;

/// <summary>Follows a text for a POSIX shell as far as it must to know which quotes it is within. Where it is mistaken, as in a
/// here-document, a value may be split into words or stand in quotes too many; it is not read as code even then.</summary>
internal sealed class PosixQuotes
{
    // What encloses the place reached, innermost last: a double quote, a parenthesis, or a backtick.
    private readonly Stack<char> _open = new();
    private bool _isSingle;
    private bool _isComment;
    private bool _isEscaped;
    private char _last = '\n';

    private bool IsDouble => _open.TryPeek(out var open) && open is '"';

    /// <summary>How a variable is referred to here, so that its value is one word or a part of one.</summary>
    public string Refer(string variable)
    {
        _isEscaped = false;
        _last = '}';
        return this switch
        {
            { _isSingle: true } => $"'\"{variable}\"'",
            { IsDouble: true } => variable,
            _ => $"\"{variable}\"",
        };
    }

    public void Read(string text)
    {
        foreach (var character in text)
        {
            Read(character);
            _last = character;
        }
    }

    private void Read(char character)
    {
        if (_isComment)
            _isComment = character is not '\n';
        else if (_isSingle)
            _isSingle = character is not '\'';
        else if (_isEscaped)
            _isEscaped = false;
        else if (character is '\\')
            _isEscaped = true;
        else if (IsDouble)
            ReadInDouble(character);
        else
            ReadPlain(character);
    }

    private void ReadInDouble(char character)
    {
        if (character is '"')
            _open.Pop();
        else if (character is '`')
            ReadBacktick();
        else if (character is '(' && _last is '$')
            _open.Push('(');
    }

    private void ReadPlain(char character)
    {
        switch (character)
        {
            case '\'':
                _isSingle = true;
                break;
            case '"' or '(':
                _open.Push(character);
                break;
            case ')' when _open.TryPeek(out var open) && open is '(':
                _open.Pop();
                break;
            case '`':
                ReadBacktick();
                break;
            case '#' when char.IsWhiteSpace(_last) || _last is ';' or '(' or '&' or '|':
                _isComment = true;
                break;
        }
    }

    private void ReadBacktick()
    {
        if (_open.TryPeek(out var open) && open is '`')
            _open.Pop();
        else
            _open.Push('`');
    }
}
