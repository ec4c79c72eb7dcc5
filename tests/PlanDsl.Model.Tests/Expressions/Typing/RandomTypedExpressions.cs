using System.Collections.Immutable;

namespace PlanDsl.Model.Tests;

/// <summary>Makes expressions about a <see cref="SampleOrder"/> that mostly make sense.</summary>
internal sealed class RandomTypedExpressions(Random random)
{
    private static readonly string[] Numbers = ["n", "order.count", "order.big", "order.total", "order.rate", "order.share", "order.lines[0].price"];
    private static readonly string[] NumbersOrNull = ["order.discount", "order.weight", "order.tax", "order.lines[0].quantity"];
    private static readonly string[] MissingNumbers = ["maybe.count", "maybe.first.quantity", "order.first.price", "order.lines[1].quantity", "order.codes[1]", "maybe.lines[0].price", "order.discount"];
    private static readonly string[] NumberLiterals = ["0", "1", "-1", "2.5", "0.1", "1e2", "0.30000000000000004", "12345678901234567890", "2.50", "1e400"];
    private static readonly string[] Texts = ["order.name", "order.lines[0].sku", "order.tags[0]"];
    private static readonly string[] MissingTexts = ["text", "order.note", "maybe.name", "maybe.first.sku", "order.tags[2]"];
    private static readonly string[] TextLiterals = ["''", "'a'", "'B'", "'ab'", "'\\u20ac\\\"\\n'"];
    private static readonly string[] MissingDecisions = ["order.is_checked", "maybe.is_paid"];

    public Expression Decision(int depth) => depth == 0
        ? One("true", "false", "order.is_paid")
        : random.Next(9) switch
        {
            0 => new UnaryExpression(Decision(depth - 1)),
            1 => new LogicalExpression(random.Next(2) == 0, Some(() => Decision(depth - 1))),
            2 => new CoalesceExpression([One(MissingDecisions), Decision(depth - 1)]),
            3 or 4 => Comparison(() => Number(depth - 1), NumbersOrNull),
            5 => Comparison(() => Text(depth - 1), MissingTexts[..2]),
            6 => new BinaryExpression(BinaryOperator.In, Text(depth - 1), random.Next(2) == 0 ? Path("order.tags") : new ArrayExpression(Some(() => Text(depth - 1)))),
            7 => new BinaryExpression(BinaryOperator.In, Number(depth - 1), new ArrayExpression(Some(() => Number(depth - 1)))),
            _ => new BinaryExpression(random.Next(2) == 0 ? BinaryOperator.Equal : BinaryOperator.NotEqual, One("null", "order.note", "maybe", "order.tax", "order.name"), Path("null")),
        };

    public Expression Number(int depth) => random.Next(depth == 0 ? 2 : 3) switch
    {
        0 => One(NumberLiterals),
        1 => One(Numbers),
        _ => new CoalesceExpression([One(MissingNumbers), Number(depth - 1)]),
    };

    public Expression Text(int depth) => random.Next(depth == 0 ? 2 : 3) switch
    {
        0 => One(TextLiterals),
        1 => One(Texts),
        _ => new CoalesceExpression([One(MissingTexts), Text(depth - 1)]),
    };

    // What may be null may be equal to something, and has no order.
    private BinaryExpression Comparison(Func<Expression> next, string[] orNull)
    {
        var comparison = (BinaryOperator)random.Next(6);
        var takesNull = comparison is BinaryOperator.Equal or BinaryOperator.NotEqual && random.Next(2) == 0;
        return new(comparison, takesNull ? One(orNull) : next(), next());
    }

    private Expression One(params string[] texts) => Path(texts[random.Next(texts.Length)]);

    private static Expression Path(string text) => Expression.Parse(text).Root!;

    private EquatableArray<Expression> Some(Func<Expression> next) =>
        Enumerable.Range(0, 2 + random.Next(2)).Select(_ => next()).ToImmutableArray();
}
