using System.Globalization;
using System.Text;

namespace PlanDsl.Model;

/// <summary>Writes expressions as text, with no more parentheses than needed.</summary>
internal sealed class ExpressionWriter
{
    private readonly StringBuilder _text = new();
    private readonly int _most;

    private ExpressionWriter(int most = int.MaxValue) => _most = most;

    // Who binds more tightly comes later.
    private enum Level
    {
        Or,
        And,
        Comparison,
        Coalesce,
        Operand,
    }

    public static string Write(Expression expression)
    {
        var writer = new ExpressionWriter();
        writer.Write(expression, Level.Or);
        return writer._text.ToString();
    }

    /// <summary>The beginning of an expression that may be long: all of it, or no less than so many letters.</summary>
    public static string WriteBeginning(Expression expression, int most)
    {
        var writer = new ExpressionWriter(most);
        writer.Write(expression, Level.Or);
        return writer._text.ToString();
    }

    public static string Write(PathExpression path, int segments)
    {
        var writer = new ExpressionWriter();
        writer.WritePath(path, segments);
        return writer._text.ToString();
    }

    private void Write(Expression expression, Level least)
    {
        if (_text.Length >= _most)
            return;
        var needsParentheses = LevelOf(expression) < least;
        if (needsParentheses)
            _text.Append('(');
        switch (expression)
        {
            case LiteralExpression { Kind: ValueKind.String } literal:
                StringEscapes.Quote(BeginningOf(literal.Text), _text);
                break;
            case LiteralExpression literal:
                _text.Append(BeginningOf(literal.Text));
                break;
            case PathExpression path:
                WritePath(path, path.Segments.Count);
                break;
            case ArrayExpression array:
                _text.Append('[');
                WriteAll(array.Elements, ", ", Level.Or);
                _text.Append(']');
                break;
            case UnaryExpression unary:
                _text.Append('!');
                Write(unary.Operand, Level.Operand);
                break;
            case BinaryExpression binary:
                Write(binary.Left, Level.Coalesce);
                _text.Append(' ').Append(Operators.TextOf(binary.Operator)).Append(' ');
                Write(binary.Right, Level.Coalesce);
                break;
            case LogicalExpression { IsAnd: true } logical:
                WriteAll(logical.Operands, " && ", Level.Comparison);
                break;
            case LogicalExpression logical:
                WriteAll(logical.Operands, " || ", Level.And);
                break;
            case CoalesceExpression coalesce:
                WriteAll(coalesce.Operands, " ?? ", Level.Operand);
                break;
        }

        if (needsParentheses)
            _text.Append(')');
    }

    private static Level LevelOf(Expression expression) => expression switch
    {
        LogicalExpression { IsAnd: false } => Level.Or,
        LogicalExpression => Level.And,
        BinaryExpression => Level.Comparison,
        CoalesceExpression => Level.Coalesce,
        _ => Level.Operand,
    };

    private void WriteAll(EquatableArray<Expression> expressions, string separator, Level least)
    {
        for (var i = 0; i < expressions.Count && _text.Length < _most; i++)
        {
            if (i > 0)
                _text.Append(separator);
            Write(expressions[i], least);
        }
    }

    private void WritePath(PathExpression path, int segments)
    {
        _text.Append(BeginningOf(path.Root));
        for (var i = 0; i < segments && _text.Length < _most; i++)
        {
            var segment = path.Segments[i];
            if (segment.Name is { } name)
                WriteMember(BeginningOf(name));
            else
                _text.Append('[').Append(segment.Index.ToString(CultureInfo.InvariantCulture)).Append(']');
        }
    }

    private void WriteMember(string name)
    {
        if (ExpressionLexer.IsName(name))
        {
            _text.Append('.').Append(name);
            return;
        }

        _text.Append('[');
        StringEscapes.Quote(name, _text);
        _text.Append(']');
    }

    private string BeginningOf(string text) => text.Length <= _most ? text : text.Substring(0, _most);
}
