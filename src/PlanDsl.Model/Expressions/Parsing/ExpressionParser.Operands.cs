using System.Collections.Immutable;
using System.Globalization;

namespace PlanDsl.Model;

internal sealed partial class ExpressionParser
{
    private Expression? ParsePrimary()
    {
        var token = _token;
        switch (token.Kind)
        {
            case TokenKind.Number:
                return Literal(ValueKind.Number, token.Value);
            case TokenKind.String:
                return Literal(ValueKind.String, token.Value);
            case TokenKind.True or TokenKind.False:
                return Literal(ValueKind.Boolean, token.Value);
            case TokenKind.Null:
                return Literal(ValueKind.Null, token.Value);
            case TokenKind.Name:
                return ParseName();
            case TokenKind.OpenParenthesis:
                return ParseParentheses();
            case TokenKind.OpenBracket:
                return ParseArray();
            case TokenKind.Mistake:
                Advance();
                return null;
            case TokenKind.Dot when _ahead.Kind is TokenKind.Number && _ahead.Start == token.End:
                Report(token.Start, _ahead.End - token.Start, "a number does not begin with a dot; write 0 before it");
                Advance();
                Advance();
                return null;
            default:
                ReportMissingOperand();
                return null;
        }
    }

    private LiteralExpression Literal(ValueKind kind, string text)
    {
        var start = _token.Start;
        Advance();
        return Placed(new LiteralExpression(kind, text), start);
    }

    // A result_key is never written in capitals, so these are slips of people who write another language.
    private Expression? ParseName()
    {
        if (_ahead.Kind is TokenKind.Dot or TokenKind.OpenBracket)
            return ParsePath();
        switch (_token.Value)
        {
            case "True" or "TRUE" or "False" or "FALSE":
                var text = _token.Value[0] is 'T' ? "true" : "false";
                Report(_token.Start, _token.Length, $"'{_token.Value}' is no literal; write {text}");
                return Literal(ValueKind.Boolean, text);
            case "Null" or "NULL" or "None":
                Report(_token.Start, _token.Length, $"'{_token.Value}' is no literal; write null");
                return Literal(ValueKind.Null, "null");
            default:
                return ParsePath();
        }
    }

    private PathExpression? ParsePath()
    {
        var (start, root) = (_token.Start, _token.Value);
        Advance();
        var segments = ImmutableArray.CreateBuilder<PathSegment>();
        while (_token.Kind is TokenKind.Dot or TokenKind.OpenBracket)
        {
            var isRead = _token.Kind is TokenKind.Dot ? ReadMember(segments) : ReadBracket(segments);
            if (!isRead)
                break;
        }

        var path = Placed(new PathExpression(root, segments.ToImmutable()), start);
        if (_token.Kind is not TokenKind.OpenParenthesis)
            return path;
        Report(start, _lastEnd - start, $"{Shown(start, _lastEnd - start)} cannot be called: there are no functions; let a step compute the value");
        ParseList(TokenKind.CloseParenthesis, "this '(' has no ')'; close it");
        return null;
    }

    private bool ReadMember(ImmutableArray<PathSegment>.Builder segments)
    {
        var dot = _token;
        Advance();
        switch (_token.Kind)
        {
            case TokenKind.Name or TokenKind.True or TokenKind.False or TokenKind.Null or TokenKind.In:
                segments.Add(PathSegment.Member(_token.Value) with { Start = _token.Start, Length = _token.Length });
                Advance();
                return true;
            case TokenKind.Number:
                Report(_token.Start, _token.Length, $"{Shown(_token)} is no name; write [0] for an element, or [\"any key\"] for a member");
                Advance();
                return true;
            case TokenKind.String:
                Report(_token.Start, _token.Length, "a string does not follow a dot; write it in brackets instead, as in orders[\"unit price\"]");
                Advance();
                return true;
            default:
                if (!_token.AfterFault && _token.Kind is not TokenKind.Mistake)
                    Report(dot.Start, dot.Length, "a name is missing after this dot; write one, as in orders.total");
                return false;
        }
    }

    private bool ReadBracket(ImmutableArray<PathSegment>.Builder segments)
    {
        var bracket = _token;
        Advance();
        var inner = _token;
        switch (inner.Kind)
        {
            case TokenKind.String:
                segments.Add(PathSegment.Member(inner.Value) with { Start = inner.Start, Length = inner.Length });
                break;
            case TokenKind.Number when int.TryParse(inner.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var index):
                segments.Add(PathSegment.Element(index) with { Start = inner.Start, Length = inner.Length });
                break;
            case TokenKind.Number:
                Report(inner.Start, inner.Length, $"{Shown(inner)} is no index; elements are counted from 0 by whole numbers, as in [0]");
                break;
            case TokenKind.Name when _ahead.Kind is TokenKind.CloseBracket:
                Report(inner.Start, inner.Length, $"{Shown(inner)} stands in brackets without quotes; put it in quotes for the member of this name, or write [0] for an element");
                break;
            case TokenKind.Mistake:
                break;
            case TokenKind.CloseBracket:
                Report(bracket.Start, inner.End - bracket.Start, "there is nothing in the brackets; write an index, as in [0], or a key, as in [\"unit price\"]");
                Advance();
                return true;
            default:
                if (!inner.AfterFault)
                    Report(inner.Start, inner.Length, "brackets hold an index, as in [0], or a key, as in [\"unit price\"]; nothing is computed in them");
                ParseNested();
                return Close(TokenKind.CloseBracket, bracket, "this '[' has no ']'; close it");
        }

        Advance();
        return Close(TokenKind.CloseBracket, bracket, "this '[' has no ']'; close it");
    }

    private Expression? ParseParentheses()
    {
        var opening = _token;
        Advance();
        if (_token.Kind is TokenKind.CloseParenthesis)
        {
            Report(opening.Start, _token.End - opening.Start, "there is nothing in the parentheses; write an expression, or remove them");
            Advance();
            return null;
        }

        var inner = ParseNested();
        Close(TokenKind.CloseParenthesis, opening, "this '(' has no ')'; close it");
        return inner;
    }

    private ArrayExpression ParseArray()
    {
        var start = _token.Start;
        var elements = ParseList(TokenKind.CloseBracket, "this '[' has no ']'; close it");
        return Placed(new ArrayExpression(elements), start);
    }

    // A comma after the last one is allowed, as it is in plan files.
    private EquatableArray<Expression> ParseList(TokenKind closing, string unclosed)
    {
        var opening = _token;
        Advance();
        var elements = ImmutableArray.CreateBuilder<Expression>();
        while (_token.Kind is not TokenKind.End && _token.Kind != closing)
        {
            if (ParseNested() is { } element)
                elements.Add(element);
            if (_token.Kind is not TokenKind.Comma)
                break;
            Advance();
        }

        Close(closing, opening, unclosed);
        return elements.ToImmutable();
    }

    private bool Close(TokenKind closing, ExpressionToken opening, string unclosed)
    {
        if (_token.Kind == closing)
        {
            Advance();
            return true;
        }

        Report(opening.Start, opening.Length, unclosed);
        return false;
    }

    private void ReportMissingOperand()
    {
        if (_token.AfterFault)
            return;
        var isFirst = _lastEnd == _lastStart;
        if (_token.Kind is TokenKind.End || (!isFirst && _token.Kind is TokenKind.CloseParenthesis or TokenKind.CloseBracket or TokenKind.Comma))
            Report(_lastStart, _lastEnd - _lastStart, $"{Shown(_lastStart, _lastEnd - _lastStart)} has nothing on its right; write a path or a literal there");
        else
            Report(_token.Start, _token.Length, $"{Shown(_token)} has nothing on its left; write a path or a literal there");
    }
}
