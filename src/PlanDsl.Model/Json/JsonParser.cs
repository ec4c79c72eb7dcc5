namespace PlanDsl.Model;

/// <summary>Reads a text as JSON, and goes on behind whatever it cannot read: it looks for what an author most probably meant, so
/// that one slip is one fault and the rest of the file is still there. It always moves forward.</summary>
internal sealed class JsonParser(string text)
{
    private readonly JsonFaults _faults = new();
    private readonly JsonScanner _scanner = new(text);
    private JsonToken[] _tokens = new JsonToken[Math.Max(16, text.Length / 64)];
    private int _count;
    private int _depth;
    private bool _hasMark;
    private bool _hasTrailingComma;

    // How many objects and arrays are open around the place.
    private int _objects;
    private int _arrays;

    public JsonFaults Faults => _faults;

    /// <summary>The nodes, and perhaps some places that are left over.</summary>
    public JsonToken[] Tokens => _tokens;

    /// <summary>What the text has that JSON has not; of several things one.</summary>
    public JsonLeniency Leniency =>
        _scanner.HasComments ? JsonLeniency.Comment
        : _hasTrailingComma ? JsonLeniency.TrailingComma
        : _hasMark ? JsonLeniency.ByteOrderMark
        : JsonLeniency.None;

    public void ParseDocument()
    {
        _hasMark = text.Length > 0 && text[0] == '\uFEFF';
        if (_hasMark)
            _scanner.Position++;
        SkipTrivia();
        if (_scanner.Position == text.Length)
        {
            _faults.Add(text.Length, text.Length, "There is nothing here to read; write an object, in braces");
            AddMissing(text.Length);
            return;
        }

        ParseValue("a value");
        SkipTrivia();
        if (_scanner.Position < text.Length)
            _faults.Add(_scanner.Position, SkipJunk(), "Only one value can stand in a JSON file; remove what follows it");
        if (_count < _tokens.Length / 2)
            Array.Resize(ref _tokens, _count);
    }

    private void ParseValue(string expected)
    {
        var start = _scanner.Position;
        switch (_scanner.Peek)
        {
            case '{':
                ParseContainer(JsonKind.Object);
                break;
            case '[':
                ParseContainer(JsonKind.Array);
                break;
            case '"' or '\'':
                ParseString();
                break;
            case '-' or '+' or '.' or (>= '0' and <= '9'):
                ParseNumber();
                break;
            case '_' or '$' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z'):
                ParseWord();
                break;
            case ',' or ']' or '}' or ':' or '\0' when _scanner.IsAtPunctuationOrEnd:
                _faults.Add(start, Math.Min(start + 1, text.Length), $"Expected {expected} here");
                AddMissing(start);
                break;
            default:
                _faults.Add(start, SkipJunk(), $"Expected {expected} here; this cannot be read as JSON");
                AddMissing(start);
                break;
        }
    }

    private void ParseContainer(JsonKind kind)
    {
        var start = _scanner.Position;
        if (_depth == JsonTree.MaxDepth)
        {
            _faults.Add(start, start + 1, $"Objects and arrays are nested more than {JsonTree.MaxDepth} deep, which is the most that is read; write it flatter", isLimit: true);
            _scanner.SkipNested();
            AddMissing(start);
            return;
        }

        _depth++;
        var node = Add(new(kind, start));
        _scanner.Position++;
        if (kind is JsonKind.Object)
        {
            _objects++;
            ParseProperties(node);
            _objects--;
        }
        else
        {
            _arrays++;
            ParseItems(node);
            _arrays--;
        }

        _depth--;
        Close(node);
    }

    private void ParseProperties(int node)
    {
        var needsComma = false;
        while (true)
        {
            SkipTrivia();
            var start = _scanner.Position;
            switch (_scanner.Peek)
            {
                case '\0' when _scanner.IsAtEnd:
                    Unclosed(node, '}');
                    return;
                case '}':
                    CloseAfter(node, needsComma);
                    return;
                case ']' when _arrays > 0:
                    Unclosed(node, '}');
                    return;
                case ',' when needsComma:
                    _scanner.Position++;
                    needsComma = false;
                    continue;
                case '"' or '\'' or '_' or '$' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z'):
                    if (needsComma)
                        MissingComma(node);
                    ParseProperty(node);
                    needsComma = true;
                    continue;
                case ',':
                    _scanner.Position++;
                    _faults.Add(start, start + 1, "Expected a property here, in double quotes its name; remove this comma");
                    continue;
                default:
                    _faults.Add(start, SkipJunk(), "Expected a property here, in double quotes its name");
                    _tokens[node].IsDamaged = true;
                    continue;
            }
        }
    }

    private void ParseProperty(int owner)
    {
        if (_scanner.Peek is '"' or '\'')
            ParseString();
        else
            ParseBareName();
        SkipTrivia();
        if (_scanner.Peek == ':')
        {
            _scanner.Position++;
            SkipTrivia();
            ParseValue("a value");
            return;
        }

        var position = _scanner.Position;
        _tokens[owner].IsDamaged = true;
        _faults.Add(_scanner.LastEnd, _scanner.LastEnd, "Expected ':' and a value behind the name of a property");
        _faults.ExcuseUntil(position);
        if (_scanner.IsAtPunctuationOrEnd)
            AddMissing(position);
        else
            ParseValue("a value");
    }

    private void ParseItems(int node)
    {
        var needsComma = false;
        while (true)
        {
            SkipTrivia();
            var start = _scanner.Position;
            switch (_scanner.Peek)
            {
                case '\0' when _scanner.IsAtEnd:
                    Unclosed(node, ']');
                    return;
                case ']':
                    CloseAfter(node, needsComma);
                    return;
                case '}' when _objects > 0:
                    Unclosed(node, ']');
                    return;
                case ',' when needsComma:
                    _scanner.Position++;
                    needsComma = false;
                    continue;
                case ',':
                    _scanner.Position++;
                    _faults.Add(start, start + 1, "Expected an element here; remove this comma");
                    continue;
                case ':' or '}':
                    _faults.Add(start, SkipJunk(), "Expected an element here; this cannot be read as JSON");
                    _tokens[node].IsDamaged = true;
                    continue;
                default:
                    if (needsComma)
                        MissingComma(node);
                    ParseValue("an element");
                    needsComma = true;
                    continue;
            }
        }
    }

    private void ParseString()
    {
        var start = _scanner.Position;
        var token = new JsonToken(JsonKind.String, start);
        var isSingle = _scanner.Peek == '\'';
        _scanner.ScanString(_faults, ref token);
        token.Length = _scanner.Position - start;
        token.Next = _count + 1;
        Add(token);
        if (isSingle)
            _faults.Add(start, _scanner.Position, "Strings are written in double quotes");
    }

    private void ParseNumber()
    {
        var start = _scanner.Position;
        var isNumber = _scanner.ScanNumber();
        if (!isNumber)
            _faults.Add(start, _scanner.Position, $"'{Shown(start)}' is no number in JSON; write it like 12, -0.5 or 1e3");
        AddScalar(isNumber ? JsonKind.Number : JsonKind.Missing, start);
    }

    private void ParseWord()
    {
        var start = _scanner.Position;
        var kind = _scanner.ScanWord() switch
        {
            "true" => JsonKind.True,
            "false" => JsonKind.False,
            "null" => JsonKind.Null,
            _ => JsonKind.Missing,
        };
        if (kind is JsonKind.Missing)
            _faults.Add(start, _scanner.Position, $"'{Shown(start)}' is no value in JSON; strings are written in double quotes, and the other words are true, false and null");
        AddScalar(kind, start);
    }

    private void ParseBareName()
    {
        var start = _scanner.Position;
        _scanner.ScanWord();
        _faults.Add(start, _scanner.Position, $"Names of properties are written in double quotes: \"{Shown(start)}\"");
        AddScalar(JsonKind.String, start);
    }

    // Behind a value there would have to be a comma before the next.
    private void CloseAfter(int node, bool needsComma)
    {
        _hasTrailingComma |= !needsComma && _count > node + 1;
        _scanner.Position++;
    }

    private void MissingComma(int node)
    {
        // A string that is not closed has swallowed its comma.
        _faults.Add(_scanner.LastEnd, _scanner.LastEnd, $"Expected ',' before the next {(_tokens[node].Kind is JsonKind.Object ? "property" : "element")}");
    }

    private void Unclosed(int node, char bracket)
    {
        _tokens[node].IsDamaged = true;
        _faults.AddFoundAt(_scanner.Position, _tokens[node].Start, _tokens[node].Start + 1, $"This is never closed; add '{bracket}'");
    }

    private void SkipTrivia()
    {
        if (_scanner.SkipTrivia() is not { } unclosed)
            return;
        _faults.Add(unclosed, unclosed + 2, "This comment is never closed; add '*/'");

        // It has swallowed whatever is missing at the end.
        _faults.ExcuseUntil(_scanner.Position);
    }

    // Something in brackets is left out as a whole.
    private int SkipJunk()
    {
        if (_scanner.Peek is not ('{' or '['))
            return _scanner.SkipJunk();
        var start = _scanner.Position;
        _scanner.SkipNested();
        return start + 1;
    }

    private string Shown(int start) => text.Substring(start, Math.Min(_scanner.Position - start, 40));

    private void AddScalar(JsonKind kind, int start) =>
        Add(new(kind, start) { Length = _scanner.Position - start, Next = _count + 1, IsDamaged = kind is JsonKind.Missing });

    private void AddMissing(int start) => Add(new(JsonKind.Missing, start) { Next = _count + 1, IsDamaged = true });

    private int Add(JsonToken token)
    {
        if (_count == _tokens.Length)
            Array.Resize(ref _tokens, Extrapolate());
        _tokens[_count] = token;
        return _count++;
    }

    // Most files are alike from their beginning to their end: there will be as many nodes in the rest, and some more. One that is not
    // gets no more room than one that is dense would fill.
    private int Extrapolate()
    {
        var expected = (double)_count * text.Length / Math.Max(1, _scanner.Position) * 1.05;
        return (int)Math.Max(_count * 1.25, Math.Min(expected, Math.Max(_count * 2.0, text.Length / 8)));
    }

    private void Close(int node)
    {
        _tokens[node].Length = _scanner.Position - _tokens[node].Start;
        _tokens[node].Next = _count;
    }
}
