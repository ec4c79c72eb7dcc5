using System.Collections.Immutable;

namespace PlanDsl.Model;

/// <summary>Parses expressions by descent. After a fault it goes on where it can, so that all faults are found.</summary>
internal sealed partial class ExpressionParser
{
    private readonly ExpressionFaults _faults = new();
    private readonly ExpressionLexer _lexer;
    private readonly string _text;
    private ExpressionToken _token;
    private ExpressionToken _ahead;
    private int _lastStart;
    private int _lastEnd;
    private int _depth;
    private bool _isAbandoned;

    private ExpressionParser(string text, int start, int end)
    {
        _text = text;
        _lexer = new(text, start, end, _faults);
        _lastStart = _lastEnd = start;
        _token = _lexer.Next();
        _ahead = _lexer.Next();
    }

    /// <summary>Parses the text from <paramref name="start"/> up to <paramref name="end"/>; positions are those of the whole text.</summary>
    public static ParsedExpression Parse(string text, int start, int end)
    {
        var parser = new ExpressionParser(text, start, end);
        var root = parser.ParseWhole(start, end);
        return new(root, parser._faults.InOrder()) { Omitted = parser._faults.Omitted };
    }

    private Expression? ParseWhole(int start, int end)
    {
        if (_token is { Kind: TokenKind.End, AfterFault: false })
        {
            Report(start, end - start, "the expression is empty; write a path, such as inputs.name, or a literal");
            return null;
        }

        var root = ParseAll();
        while (_token.Kind is not TokenKind.End)
        {
            PassOverLeftover();
            var next = ParseAll();
            root ??= next;
        }

        return root;
    }

    // What ends no expression, and begins none.
    private void PassOverLeftover()
    {
        Report(_token.Start, _token.Length, _token.Kind switch
        {
            TokenKind.CloseParenthesis => "this ')' has no '('; remove it",
            TokenKind.CloseBracket => "this ']' has no '['; remove it",
            TokenKind.Comma => "a comma has no place here; it separates the elements of an array, as in [1, 2]",
            _ => "no path goes on here; write a name after the dot of a path such as orders.total",
        });
        Advance();

        // What follows lacks nothing on its left.
        _token = _token with { AfterFault = true };
    }

    // An expression, and what stands after it without an operator.
    private Expression? ParseAll()
    {
        var whole = ParseOr();
        while (BeginsOperand(_token.Kind))
        {
            if (!_token.AfterFault)
                Report(_token.Start, _token.Length, $"an operator is missing before {Shown(_token)}");
            var next = ParseOr();
            whole ??= next;
        }

        return whole;
    }

    private Expression? ParseOr() => ParseJoined(TokenKind.Or);

    private Expression? ParseJoined(TokenKind separator)
    {
        var start = _token.Start;
        var first = ParseBeside(separator);
        if (_token.Kind != separator)
            return first;

        var operands = ImmutableArray.CreateBuilder<Expression>();
        if (first is not null)
            operands.Add(first);
        while (_token.Kind == separator)
        {
            Advance();
            if (ParseBeside(separator) is { } operand)
                operands.Add(operand);
        }

        return operands.Count switch
        {
            0 => null,
            1 => operands[0],
            _ => Join(separator, operands.ToImmutable(), start),
        };
    }

    private Expression? ParseBeside(TokenKind separator) => separator switch
    {
        TokenKind.Or => ParseJoined(TokenKind.And),
        TokenKind.And => ParseComparison(),
        _ => ParseArithmetic(),
    };

    private Expression Join(TokenKind separator, EquatableArray<Expression> operands, int start) =>
        separator is TokenKind.Coalesce
            ? Placed(new CoalesceExpression(operands), start)
            : Placed(new LogicalExpression(separator is TokenKind.And, operands), start);

    private Expression? ParseComparison()
    {
        var start = _token.Start;
        var left = ParseJoined(TokenKind.Coalesce);
        if (Operators.From(_token.Kind) is not { } comparison)
            return left;

        var at = _token.Start;
        Advance();
        var right = ParseJoined(TokenKind.Coalesce);
        var whole = left is null || right is null
            ? left ?? right
            : Placed(new BinaryExpression(comparison, left, right) { OperatorStart = at }, start);
        while (Operators.From(_token.Kind) is not null)
        {
            if (!_token.AfterFault)
                Report(_token.Start, _token.Length, $"{Shown(_token)} compares the result of a comparison; join two comparisons with &&, or use parentheses");
            Advance();
            ParseJoined(TokenKind.Coalesce);
        }

        return whole;
    }

    // There is none: each operator has been reported, and what it would take is read for faults of its own.
    private Expression? ParseArithmetic()
    {
        var left = ParseUnary();
        while (_token.Kind is TokenKind.Arithmetic)
        {
            Advance();
            ParseUnary();
        }

        return left;
    }

    private Expression? ParseUnary()
    {
        var start = _token.Start;
        if (_token.Kind is TokenKind.Arithmetic)
        {
            Advance();
            return ParseNegated();
        }

        if (_token.IsWord("not") && BeginsOperand(_ahead.Kind) && _ahead.Kind is not TokenKind.OpenBracket)
            Report(_token.Start, _token.Length, "'not' is no operator; write !");
        else if (_token.Kind is not TokenKind.Not)
            return ParseOperand();

        Advance();
        return ParseNegated() is { } operand ? Placed(new UnaryExpression(operand), start) : null;
    }

    private Expression? ParseOperand()
    {
        var operand = ParsePrimary();
        ReadWordAsOperator();
        return operand;
    }

    // Words that are operators elsewhere, where an operator is expected.
    private void ReadWordAsOperator()
    {
        (TokenKind Kind, string Right)? meant =
            _token.IsWord("and") ? (TokenKind.And, "&&")
            : _token.IsWord("or") ? (TokenKind.Or, "||")
            : _token.IsWord("is") ? (TokenKind.Equal, "==")
            : _token.IsWord("not") && _ahead.Kind is TokenKind.In ? (TokenKind.In, "!(… in …)")
            : null;
        if (meant is not { } known)
            return;
        Report(_token.Start, _token.Length, $"'{_token.Value}' is no operator; write {known.Right}");
        if (known.Kind is TokenKind.In)
            Advance();
        _token = _token with { Kind = known.Kind };
    }

    private static bool BeginsOperand(TokenKind kind) =>
        kind is TokenKind.Name or TokenKind.Number or TokenKind.String or TokenKind.True or TokenKind.False or TokenKind.Null
            or TokenKind.OpenParenthesis or TokenKind.OpenBracket or TokenKind.Not or TokenKind.Mistake;

    // Whether the last token may hold something; where it is too deep, nothing more is read.
    private bool Enter()
    {
        if (_depth < Expression.MaxDepth)
        {
            _depth++;
            return true;
        }

        Report(_lastStart, _lastEnd - _lastStart, "the expression is nested more than 64 levels deep; let a step compute a part of it");
        _isAbandoned = true;
        _token = _ahead = new(TokenKind.End, _lastEnd, 0, "") { AfterFault = true };
        return false;
    }

    private Expression? ParseNested()
    {
        if (!Enter())
            return null;
        var nested = ParseAll();
        _depth--;
        return nested;
    }

    private Expression? ParseNegated()
    {
        if (!Enter())
            return null;
        var nested = ParseUnary();
        _depth--;
        return nested;
    }

    private void Advance()
    {
        (_lastStart, _lastEnd) = (_token.Start, _token.End);
        _token = _ahead;
        if (_token.Kind is not TokenKind.End)
            _ahead = _lexer.Next();
    }

    private void Report(int start, int length, string message)
    {
        if (!_isAbandoned)
            _faults.Add(new(start, length, message));
    }

    private string Shown(ExpressionToken token) => Shown(token.Start, token.Length);

    private string Shown(int start, int length) => Excerpt.Quoted(_text, start, length);

    private T Placed<T>(T expression, int start)
        where T : Expression => expression with { Start = start, Length = _lastEnd - start };
}
